import type { BrowserContext, Page } from '@playwright/test'
import { kayakoUrls, locateKayako } from '../kayako/place.ts'
import type { KayakoHost } from '../kayako/place.ts'
import { createKayakoStandIn } from '../kayako/stand-in.ts'
import type { KayakoSwitches } from '../kayako/switches.ts'
import type { StandInHandle } from './handle.ts'
import { intercept } from './intercept.ts'

export interface StandInKayakoOptions extends KayakoSwitches {
  /** The `SUB` of SUB.kayako.com. Other subdomains are answered with 404. */
  readonly subdomain: string
}

/** Answers Kayako Messenger's real addresses on this page or context. */
export function standInKayako(
  target: Page | BrowserContext,
  { subdomain, ...switches }: StandInKayakoOptions,
): Promise<StandInHandle<KayakoSwitches, KayakoHost>> {
  return intercept(target, {
    urls: kayakoUrls,
    locate: (url) => locateKayako(url, subdomain),
    standIn: createKayakoStandIn(switches),
  })
}
