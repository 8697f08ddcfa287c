import { afterEach, expect, it, vi } from 'vitest'
import { clarityConsent as connect } from './clarity.ts'
import { begin, endAll, openPage } from './signals.fixture.ts'

const clarityConsent: typeof connect = (...args) => begin(connect(...args))

afterEach(endAll)

function stubClarity() {
  const clarity = vi.fn<(command: string, answers: object) => void>()
  vi.stubGlobal('clarity', clarity)
  return clarity
}

it('always says both, since Clarity requires both', () => {
  const clarity = stubClarity()
  const page = openPage()
  page.connect()
  clarityConsent(page)
  page.savePreferences({ categories: { analytics: true } })
  page.savePreferences({ categories: { analytics: false, marketing: true } })
  expect(clarity.mock.calls).toEqual([
    ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }],
    ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }],
    ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'denied' }],
  ])
})

it('listens to the categories that the site names', () => {
  const clarity = stubClarity()
  const page = openPage()
  clarityConsent(page, { mapping: { analytics_Storage: 'functional' } })
  page.savePreferences({ categories: { functional: true } })
  expect(clarity).toHaveBeenLastCalledWith('consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' })
})

it('throws for a category that the site does not have', () => {
  expect(() => clarityConsent(openPage(), { mapping: { ad_Storage: 'adverts' } })).toThrow('no category "adverts"')
})
