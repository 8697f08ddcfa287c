import { test as base } from '@playwright/test'
import type { LoadableVendor } from '@askfirst/core/runtime'
import { findingsError } from './finding.ts'
import { rememberPage } from './removal.ts'
import type { PageMemory } from './removal.ts'
import { simulateFailure } from './simulate-failure.ts'
import type { Failure, SimulatedFailure, SimulateFailureOptions } from './simulate-failure.ts'
import type { OwnOptions } from './own.ts'
import { recordTraces } from './traces.ts'
import { setConsent, setPrivacySignal, setRegion } from './visitor.ts'
import type { Consent, ConsentCookie } from './visitor.ts'
import { watchBeforeConsent } from './watch-before-consent.ts'
import type { BeforeConsentWatch } from './watch-before-consent.ts'

/** What `test.use` and the config's `use` may set. */
export interface ConsentOptions {
  /** What the visitor has said before the page loads; `null` for a new visitor. @default null */
  consent: Consent | null
  /** The cookie as the site has it. @default { name: 'askfirst', url: baseURL } */
  consentCookie: ConsentCookie
  /** Whether the browser sends Global Privacy Control. @default false */
  gpc: boolean
  /** The visitor's region, such as `DE`; `null` where nobody tells it. @default null */
  region: string | null
  /** The request header in which the site reads the region. @default 'cf-ipcountry' */
  regionHeader: string
  /** The site's own hosts, nodes and names, which never count. The host of `baseURL` is always own. @default {} */
  own: OwnOptions
  /** Vendors of the site: their globals and nodes count wherever they load from. @default [] */
  vendors: readonly LoadableVendor[]
  /**
   * Whether the whole test is watched for what happens before consent: `end` fails it when it is over, `at-once` as soon as
   * the page does something. @default 'off'
   */
  nothingBefore: 'off' | 'end' | 'at-once'
}

export interface JourneyWatch {
  /** Fails now if anything was found. */
  readonly expectNothing: () => Promise<void>
  /** Fails now if anything was found, and watches no longer. */
  readonly end: () => Promise<void>
}

export interface ConsentFixtures {
  /** The watch over the journey before consent, from the start of the test. Await `end()` before the visitor says yes. */
  beforeConsent: JourneyWatch
  /** Starts that watch, once: it costs something, so that a test that does not ask for it has none. */
  startWatch: () => Promise<JourneyWatch>
  /** Fails the test for what happened before consent, where `nothingBefore` says so. */
  askfirstGuard: void
  /** Remembers the page before a vendor comes; `expectRemoved` then says what is left of it. */
  rememberPage: () => Promise<PageMemory>
  /** Makes a vendor fail until the test is over. */
  simulate: (failure: Failure, options: SimulateFailureOptions) => Promise<SimulatedFailure>
  /** Sets up the visitor and the watch before the first page. */
  askfirstVisitor: void
}

/** Playwright's `test`, with a visitor whose consent, region and signal are set, and a watch over what nobody has allowed. */
export const consentTest = base.extend<ConsentOptions & ConsentFixtures>({
  consent: [null, { option: true }],
  consentCookie: [{}, { option: true }],
  gpc: [false, { option: true }],
  region: [null, { option: true }],
  regionHeader: ['cf-ipcountry', { option: true }],
  own: [{}, { option: true }],
  vendors: [[], { option: true }],
  nothingBefore: ['off', { option: true }],
  beforeConsent: ({ startWatch }, provide) => startWatch().then(provide),
  startWatch: async ({ page, baseURL, own, consentCookie, vendors, nothingBefore }, provide) => {
    const { ownHosts = [], ownNames = [] } = own
    const { name = 'askfirst' } = consentCookie
    let started: Promise<BeforeConsentWatch> | undefined
    let isOver = false
    const start = () =>
      watchBeforeConsent(page.context(), {
        ...own,
        ownHosts: [...ownHosts, ...(baseURL ? [new URL(baseURL).hostname] : [])],
        ownNames: [...ownNames, name],
        vendors,
        onFinding: (finding) => {
          if (nothingBefore !== 'at-once' || isOver) return
          isOver = true
          // Chromium's word on who it was comes a moment later.
          setTimeout(() => failNow(findingsError([finding])), 50)
        },
      })
    await provide(async () => {
      const watch = await (started ??= start())
      const end = async (): Promise<void> => {
        if (isOver) return
        await watch.expectNothing()
        isOver = true
        watch.stop()
      }
      return { expectNothing: watch.expectNothing, end }
    })
    await started?.then((watch) => watch.stop())
  },
  askfirstGuard: [
    async ({ startWatch, nothingBefore }, provide) => {
      const watch = nothingBefore === 'off' ? null : await startWatch()
      await provide()
      await watch?.end()
    },
    { auto: true },
  ],
  rememberPage: ({ page, own }, provide) => provide(() => rememberPage(page, own)),
  simulate: ({ context }, provide) => provide((failure, options) => simulateFailure(context, failure, options)),
  askfirstVisitor: [
    async (
      { context, baseURL, extraHTTPHeaders, consent, consentCookie, gpc, region, regionHeader, own, vendors },
      provide,
    ) => {
      await recordTraces(context, { ...own, selectors: vendors.flatMap(({ traces }) => traces.nodes) })
      if (consent) await setConsent(context, consent, { url: baseURL, ...consentCookie })
      if (gpc) await setPrivacySignal(context, extraHTTPHeaders)
      if (region) await setRegion(context, region, { header: regionHeader, url: consentCookie.url ?? baseURL ?? '' })
      await provide()
    },
    { auto: true },
  ],
})

/** Playwright ends the running test with this since 1.60, and with an error that nobody catches in any version. */
function failNow(error: Error): never {
  if ('abort' in base) base.abort(error.message)
  throw error
}
