import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  cookieStorage,
  createConsentStore,
  isGranted,
  needsDecision,
  permission,
  policies,
  type ConsentState,
} from '@askfirst/core'
import { regionOf } from '@askfirst/core/policies'
import { anyText } from '../../core/src/any-text.fixture.ts'
import { anySite, cookieTexts } from '../../core/src/stored-text.fixture.ts'
import { day, start, testVendor } from '../../core/src/test-vendor.fixture.ts'
import { readConsent, type ReadConsentOptions } from './read-consent.ts'

const chat = testVendor('chat')
const stats = testVendor('stats', 'analytics')
const site: ReadConsentOptions = { vendors: [chat, stats], now: start }

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

/** The page has these cookies; what jsdom would make of odd signs is not the question. */
function stubCookies(cookies: string): void {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookies)
}

/** A hand-written cookie has no id, so each reader makes one up. */
const comparable = (state: ConsentState): ConsentState => ({
  ...state,
  record: state.record && { ...state.record, id: state.record.surface === 'seed' ? 'seed' : state.record.id },
})

describe('readConsent', { timeout: 60_000 }, () => {
  it('gives the state that a client has which reads the same cookies at the same time', () => {
    const moments = fc.record({
      own: anySite,
      texts: cookieTexts,
      now: fc.constantFrom(0, 1, 31 * day, 182 * day, 400 * day, -3 * day).map((later) => start + later),
      isHeader: fc.boolean(),
    })
    const seen = { due: 0, settled: 0, allowed: 0 }
    fc.assert(
      fc.property(moments, ({ own, texts, now, isHeader }) => {
        const cookies = ['a=1', ...texts.map((text) => `askfirst=${text}`), 'b=2'].join('; ')
        const headers = new Headers(isHeader ? { 'Sec-GPC': '1' } : {})
        const { state, initial } = readConsent(cookies, { ...own, headers, now })

        stubCookies(cookies)
        vi.setSystemTime(now)
        vi.stubGlobal('navigator', { globalPrivacyControl: isHeader })
        const { getState, getInitialState, connect } = createConsentStore({
          ...own,
          storage: cookieStorage(),
          // As it comes out of the page.
          initial: JSON.parse(JSON.stringify(initial)) as typeof initial,
        })
        expect(comparable(getInitialState())).toEqual(comparable(state))
        connect()()
        const alone = createConsentStore({ ...own, storage: cookieStorage() })
        alone.connect()()

        for (const client of [getState(), alone.getState()]) {
          expect(comparable(client).record).toEqual(comparable(state).record)
          for (const { id } of own.vendors) expect(permission(client, id)).toEqual(permission(state, id))
          for (const name of state.categories) expect(isGranted(client, name)).toBe(isGranted(state, name))
          expect(needsDecision(client)).toBe(needsDecision(state))
          expect([client.inDoubt, client.now, client.signal, client.asked]).toEqual([
            state.inDoubt,
            state.now,
            state.signal,
            state.asked,
          ])
        }
        seen[needsDecision(state) ? 'due' : 'settled']++
        if (own.vendors.some(({ id }) => permission(state, id).reason === 'category-granted')) seen.allowed++
      }),
      { numRuns: 600 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1)
  })

  it('never grants from what it cannot read', () => {
    const readable = /^(?:accept|reject)-all$|^v=1&.*&sum=\w+$/
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), (text) => {
        fc.pre(!readable.test(text))
        const { state } = readConsent(`askfirst=${text}`, site)
        expect([permission(state, 'chat').allowed, permission(state, 'stats').allowed]).toEqual([false, false])
        expect(needsDecision(state)).toBe(true)
      }),
      { numRuns: 500 },
    )
    const optOut = { ...site, policy: policies.california }
    expect(permission(readConsent('askfirst=v=1&cut', optOut).state, 'chat').reason).toBe('undecided')
  })

  it.each([undefined, null, '', 'other=1', 'ASKFIRST=accept-all', 'askfirst', 'x=askfirst=accept-all', ';;=;,'])(
    'finds no decision in %j',
    (header) => {
      const { state, initial } = readConsent(header, site)
      expect(initial.stored).toBeNull()
      expect(state.record).toBeNull()
      expect(needsDecision(state)).toBe(true)
    },
  )

  it('reads another cookie when told so', () => {
    const { state } = readConsent('askfirst=accept-all; choices=reject-all', { ...site, name: 'choices' })
    expect(permission(state, 'chat').reason).toBe('category-denied')
  })

  it('hands on plain data', () => {
    const { initial } = readConsent('askfirst=reject-all', { ...site, region: 'DE' })
    expect(JSON.parse(JSON.stringify(initial))).toEqual(initial)
    expect(initial).toMatchObject({ stored: 'reject-all', now: start, signal: '', policy: { id: 'eea' } })
  })

  it('takes the time of the server by default', () => {
    expect(readConsent('', { vendors: [chat] }).state.now).toBe(start)
  })
})

describe('the policy', () => {
  const policyFor = (options: ReadConsentOptions): string => readConsent('', { ...site, ...options }).state.policy.id
  const headers = new Headers({ 'cf-ipcountry': 'US', 'cf-region-code': 'CA' })

  it('is the strictest while nobody says where the visitor is', () => {
    expect(policyFor({})).toBe('opt-in')
    expect(policyFor({ headers })).toBe('opt-in')
    expect(policyFor({ region: null })).toBe('opt-in')
    expect(policyFor({ region: 'nowhere' })).toBe('opt-in')
    expect(policyFor({ region: regionOf })).toBe('opt-in')
  })

  it('is that of the region, a value or read from the headers', () => {
    expect(policyFor({ region: 'FR' })).toBe('france')
    expect(policyFor({ region: regionOf, headers })).toBe('california')
  })

  it('is the site’s own where it has one for the region, or one for all', () => {
    expect(policyFor({ region: 'FR', policies: { FR: { ...policies.france, id: 'ours' } } })).toBe('ours')
    expect(policyFor({ region: 'FR', policy: policies.italy })).toBe('italy')
  })
})

describe('the signal', () => {
  const signalFor = (options: ReadConsentOptions): string => readConsent('', { ...site, ...options }).state.signal

  it('is what the headers say, unless it is given', () => {
    expect(signalFor({})).toBe('')
    expect(signalFor({ headers: new Headers({ 'sec-gpc': '1' }) })).toBe('gpc')
    expect(signalFor({ headers: new Headers({ 'sec-gpc': '1' }), signal: '' })).toBe('')
    expect(signalFor({ signal: 'gpc' })).toBe('gpc')
  })

  it('turns off what the policy lets run', () => {
    const { state } = readConsent('', { ...site, signal: 'gpc', region: 'US-CA' })
    expect(permission(state, 'stats').reason).toBe('signal')
    expect(permission(state, 'chat').reason).toBe('policy-default')
  })
})
