import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isGranted } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { day, start } from '../test-vendor.fixture.ts'
import { consentMode as connect } from './consent-mode.ts'
import { begin, endAll, namesAddedBy, openPage } from './signals.fixture.ts'

const consentMode: typeof connect = (...args) => begin(connect(...args))

const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
}

const granted = Object.fromEntries(Object.keys(denied).map((name) => [name, 'granted']))

const byDefault = ['consent', 'default', { ...denied, wait_for_update: 500 }]
const redaction = ['set', 'ads_data_redaction', true]
const passthrough = ['set', 'url_passthrough', false]
const opening = [byDefault, redaction, passthrough]
const update = (answers: object) => ['consent', 'update', answers]

const layer = (name = 'dataLayer'): ArrayLike<unknown>[] => Reflect.get(window, name)
const commands = (name?: string): unknown[][] => layer(name).map((entry) => Array.from(entry))
const forget = (): boolean => Reflect.deleteProperty(window, 'dataLayer') && Reflect.deleteProperty(window, 'google')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start * 1000 })
  forget()
})

afterEach(() => {
  endAll()
  vi.useRealTimers()
  forget()
})

describe('the default', () => {
  it('denies everything that is not necessary, before storage was read', () => {
    consentMode(openPage({ storage: memoryStorage('accept-all') }))
    expect(commands()).toEqual(opening)
  })

  it('pushes arguments objects, since Google takes no arrays for commands', () => {
    const page = openPage()
    consentMode(page)
    page.connect()
    expect(layer()).toHaveLength(4)
    for (const entry of layer()) expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  })

  it('makes the data layer, and nothing else', () => {
    const page = openPage()
    expect(namesAddedBy(() => consentMode(page))).toEqual(['dataLayer'])
    page.connect()
    expect(namesAddedBy(() => page.acceptAll())).toEqual([])
    expect(document.querySelectorAll('script, link, iframe, img')).toHaveLength(0)
  })

  it('keeps a data layer that is there', () => {
    const there = [{ event: 'early' }, null, undefined]
    Reflect.set(window, 'dataLayer', there)
    consentMode(openPage())
    expect(layer()).toBe(there)
    expect(there).toHaveLength(6)
  })

  it('takes the names and numbers that the site gives', () => {
    consentMode(openPage(), {
      mapping: { functionality_storage: 'necessary' },
      regions: ['ES', 'US-AK'],
      waitForUpdate: 2_000,
      adsDataRedaction: false,
      urlPassthrough: true,
      dataLayer: 'google',
    })
    expect(commands('google')).toEqual([
      [
        'consent',
        'default',
        { ...denied, functionality_storage: 'granted', wait_for_update: 2_000, region: ['ES', 'US-AK'] },
      ],
      ['set', 'ads_data_redaction', false],
      ['set', 'url_passthrough', true],
    ])
    expect(window).not.toHaveProperty('dataLayer')
  })

  it('names no region where the site names none', () => {
    consentMode(openPage())
    expect(layer()[0]?.[2]).not.toHaveProperty('region')
  })

  it('throws for a category that the site does not have', () => {
    expect(() => consentMode(openPage(), { mapping: { ad_storage: 'adverts' } })).toThrow('no category "adverts"')
  })
})

describe('the update', () => {
  it('comes once storage was read, also when it says nothing new', () => {
    const page = openPage()
    consentMode(page)
    page.connect()
    expect(commands()).toEqual([...opening, update(denied)])
  })

  it('comes at once where storage was read before', () => {
    const page = openPage({ storage: memoryStorage('accept-all') })
    page.connect()
    consentMode(page)
    expect(commands()).toEqual([...opening, update(granted)])
  })

  it('comes again on the next page, because Google stores nothing', () => {
    const storage = memoryStorage()
    const first = openPage({ storage })
    first.connect()
    first.savePreferences({ categories: { analytics: true } })
    const next = openPage({ storage })
    consentMode(next)
    next.connect()
    expect(commands()).toEqual([...opening, update({ ...denied, analytics_storage: 'granted' })])
  })

  it('follows each change, a withdrawal as plainly as a grant', () => {
    const page = openPage()
    consentMode(page)
    page.connect()
    page.acceptAll()
    page.savePreferences({ categories: { marketing: false } })
    page.withdrawAll()
    expect(commands()).toEqual([
      ...opening,
      update(denied),
      update(granted),
      update({ ...granted, ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' }),
      update(denied),
    ])
  })

  it('stays away where no answer of Google’s changed', () => {
    const page = openPage()
    consentMode(page)
    page.connect()
    page.openPreferences()
    page.closePreferences()
    page.rejectAll()
    expect(commands()).toEqual([...opening, update(denied)])
  })

  it('turns off what a privacy signal turns off', () => {
    const page = openPage({ storage: memoryStorage('accept-all') })
    consentMode(page)
    page.connect()
    page.seeSignal()
    expect(commands().at(-1)).toEqual(
      update({ ...denied, functionality_storage: 'granted', personalization_storage: 'granted' }),
    )
  })

  it('denies a yes that has expired', () => {
    const storage = memoryStorage()
    const first = openPage({ storage })
    first.connect()
    first.acceptAll()
    vi.setSystemTime((start + 200 * day) * 1000)
    const later = openPage({ storage })
    consentMode(later)
    later.connect()
    expect(commands()).toEqual([...opening, update(denied)])
  })

  it('grants what the policy grants by default, but not before storage was read', () => {
    const page = openPage({ policy: { ...optIn, rules: { '*': 'opt-in', analytics: 'opt-out' } } })
    consentMode(page)
    expect(commands()).toEqual(opening)
    page.connect()
    expect(commands().slice(3)).toEqual([update({ ...denied, analytics_storage: 'granted' })])
  })

  it('ends when stopped', () => {
    const page = openPage()
    const stop = consentMode(page)
    page.connect()
    stop()
    page.acceptAll()
    expect(commands()).toEqual([...opening, update(denied)])
  })
})

describe('called twice', () => {
  it('sends one default and each update once', () => {
    const page = openPage()
    consentMode(page)
    consentMode(page)
    page.connect()
    page.acceptAll()
    expect(commands()).toEqual([...opening, update(denied), update(granted)])
  })

  it('goes on where it was stopped, with what has changed since', () => {
    const page = openPage()
    page.connect()
    consentMode(page)()
    page.acceptAll()
    consentMode(page)
    expect(commands()).toEqual([...opening, update(denied), update(granted)])
  })

  it('sends one default also after Google has dropped old entries', () => {
    const page = openPage()
    page.connect()
    consentMode(page)()
    layer().splice(0)
    consentMode(page)
    expect(commands()).toEqual([])
  })

  it('sends a default of its own to another data layer', () => {
    const page = openPage()
    consentMode(page)
    consentMode(page, { dataLayer: 'google' })
    expect(commands('google')).toEqual(opening)
  })
})

type Step = 'call' | 'read' | 'acceptAll' | 'rejectAll' | 'grantAnalytics' | 'stop' | 'signal'

it('never sends an update before the default, nor a second default, whatever comes in whatever order', () => {
  const steps = fc.array(
    fc.constantFrom<Step[]>('call', 'read', 'acceptAll', 'rejectAll', 'grantAnalytics', 'stop', 'signal'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(steps, (taken) => {
      forget()
      const page = openPage()
      const running = new Set<() => void>()
      const act: Record<Step, () => void> = {
        call: () => running.add(consentMode(page)),
        read: () => page.connect()(),
        acceptAll: () => page.acceptAll(),
        rejectAll: () => page.rejectAll(),
        grantAnalytics: () => page.savePreferences({ categories: { analytics: true } }),
        stop() {
          for (const stop of running) stop()
          running.clear()
        },
        signal: () => page.seeSignal(),
      }
      for (const step of taken) act[step]()
      const said = taken.includes('call') ? commands() : []
      const actions = said.filter(([command]) => command === 'consent').map(([, action]) => action)
      expect(actions.slice(1)).not.toContain('default')
      expect(actions[0]).toBe(taken.includes('call') ? 'default' : undefined)
      if (running.size === 0 || page.getState().now === 0) return
      expect(said.at(-1)?.[2]).toMatchObject({
        analytics_storage: isGranted(page.getState(), 'analytics') ? 'granted' : 'denied',
        ad_storage: isGranted(page.getState(), 'marketing') ? 'granted' : 'denied',
      })
      // Told again only what is new.
      const updates = said.filter(([, action]) => action === 'update').map((command) => JSON.stringify(command))
      expect(updates.filter((text, i) => text === updates[i - 1])).toEqual([])
    }),
    { numRuns: 300 },
  )
})
