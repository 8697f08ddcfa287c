import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import { permission } from '../permission.ts'
import { cookieStorage } from '../storage/cookie-storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { start } from '../test-vendor.fixture.ts'
import { spoiltTexts } from './spoilt-text.fixture.ts'
import { pool, regions } from './test-site.fixture.ts'

const optional = pool.filter(({ category, gate }) => category !== 'necessary' && typeof gate !== 'object')

const allowedIn = (store: ConsentStore): readonly string[] =>
  optional.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

function openPage(policy = regions['eea']): ConsentStore {
  const store = createConsentStore({ vendors: pool, policy, storage: cookieStorage() })
  store.connect()()
  return store
}

/** Writes the cookie as it is, which a browser may cut or refuse; returns what the page then has. */
function setCookie(text: string): string | null {
  document.cookie = 'askfirst=;max-age=0;path=/'
  document.cookie = `askfirst=${text};path=/`
  return cookieStorage().read()
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a spoilt cookie', { timeout: 120_000 }, () => {
  it('is never read, whatever has become of it: of 100,000 none grants anything, and none throws', () => {
    fc.assert(
      fc.property(spoiltTexts(100), ({ changes }) => changes.every((changed) => parseRecord(changed) === null)),
      { numRuns: 1_000 },
    )
  })

  it('grants no vendor that the good one did not, in a store that reads it from the page’s cookies', () => {
    let granted = 0
    fc.assert(
      fc.property(spoiltTexts(4), ({ text, changes }) => {
        setCookie(text)
        const before = allowedIn(openPage())
        granted += before.length
        for (const changed of changes) {
          const read = setCookie(changed)
          const page = openPage()
          const reasons = read === text ? [] : optional.map(({ id }) => permission(page.getState(), id).reason)
          expect([
            allowedIn(page).filter((id) => !before.includes(id)),
            reasons.filter((reason) => reason !== 'undecided'),
          ]).toEqual([[], []])
        }
      }),
      { numRuns: 250 },
    )
    expect(granted).toBeGreaterThan(50)
  })

  it('runs nothing by default either, unless the browser has dropped it', () => {
    fc.assert(
      fc.property(spoiltTexts(4), ({ text, changes }) => {
        for (const changed of changes) {
          const isUnread = !['', text].includes(setCookie(changed) ?? '')
          expect(isUnread ? allowedIn(openPage(regions['california'])) : []).toEqual([])
        }
      }),
      { numRuns: 250 },
    )
  })

  it('takes no refusal from a page that knows of one, in any region', () => {
    const region = fc.constantFrom(...Object.values(regions))
    fc.assert(
      fc.property(region, spoiltTexts(4), (policy, { text, changes }) => {
        setCookie('')
        const page = openPage(policy)
        page.rejectAll()
        const refusal = page.getState().record
        for (const changed of changes) {
          if (setCookie(changed) === text) continue
          page.refresh()
          expect(allowedIn(page)).toEqual([])
          expect(page.getState().record).toBe(refusal)
        }
      }),
      { numRuns: 250 },
    )
  })
})
