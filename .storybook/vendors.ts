import type { Vendor } from '@askfirst/core'
import type { ChatVendor, FrameVendor } from '@askfirst/core/runtime'
import { kustomerChatKey, standInHosts, type KayakoSwitches, type KustomerSwitches } from '@askfirst/testing'
import { kayako } from '@askfirst/vendors/kayako'
import { kustomer } from '@askfirst/vendors/kustomer'
import { youtube } from '@askfirst/vendors/youtube'

/** Kayako, loaded from the stand-in on this origin, which fills its frame as Trusted Types want it. */
export const kayakoStandIn = (switches: KayakoSwitches = {}): ChatVendor =>
  kayako({ subdomain: 'acme', hosts: standInHosts.kayako(location.origin, { frame: 'dom', ...switches }) })

/** Kustomer, loaded from the stand-in on this origin. */
export const kustomerStandIn = (switches: KustomerSwitches = {}): ChatVendor =>
  kustomer({
    apiKey: kustomerChatKey(),
    brandId: 'acme',
    prompts: 'functional',
    hosts: standInHosts.kustomer(location.origin, switches),
  })

/** A port of this machine that browsers refuse to ask: to a page that looks like a blocker at work, and nobody is contacted. */
export const nowhere = 'http://127.0.0.1:9'

/** Kayako, where something blocks it. */
export const kayakoBlocked = (): ChatVendor => kayako({ subdomain: 'acme', hosts: standInHosts.kayako(nowhere) })

/** Kustomer, where something blocks it. */
export const kustomerBlocked = (): ChatVendor =>
  kustomer({ apiKey: kustomerChatKey(), hosts: standInHosts.kustomer(nowhere) })

/** YouTube, whose films are a still picture on this origin. */
export const filmStandIn = (): FrameVendor<'youtube'> => youtube({ hosts: standInHosts.film(location.origin) })

export const messengers = (): readonly Vendor[] => [kayakoStandIn(), kustomerStandIn()]

/** A made-up vendor that only discloses; nothing of it can be loaded. */
export const madeUp = (id: string, name: string, category: string): Vendor => ({
  id,
  name,
  category,
  disclosure: {
    operator: `${name}, Inc.`,
    country: 'NL',
    domains: [`${id}.example`],
    storage: [{ name: `${id}_id`, kind: 'cookie', purpose: 'visitor-id', days: 90, confidence: 'verified' }],
    data: ['usage', 'browser', 'ip-address'],
    legalBasis: 'consent',
    transfers: [],
    policyUrl: null,
    evidence: () => Promise.resolve([]),
  },
})

const kinds = ['analytics', 'marketing', 'functional']

/** So many made-up vendors, spread over the categories. */
export const manyVendors = (count: number): readonly Vendor[] =>
  Array.from({ length: count }, (_, place) =>
    madeUp(`vendor-${place + 1}`, `Company ${place + 1}`, kinds[place % kinds.length] ?? 'analytics'),
  )
