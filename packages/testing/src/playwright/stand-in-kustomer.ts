import type { BrowserContext, Page } from '@playwright/test'
import { kustomerUrls, locateKustomer } from '../kustomer/place.ts'
import type { KustomerHost } from '../kustomer/place.ts'
import { createKustomerStandIn } from '../kustomer/stand-in.ts'
import type { KustomerSwitches } from '../kustomer/switches.ts'
import type { StandInHandle } from './handle.ts'
import { intercept } from './intercept.ts'

/** Answers Kustomer chat's real addresses on this page or context, in both pods and for every organisation. */
export function standInKustomer(
  target: Page | BrowserContext,
  switches: KustomerSwitches = {},
): Promise<StandInHandle<KustomerSwitches, KustomerHost>> {
  return intercept(target, {
    urls: kustomerUrls,
    locate: locateKustomer,
    standIn: createKustomerStandIn(switches),
  })
}
