import { ConsentGate, useConsent, useVendor, type VendorId } from '@askfirst/react'
import { defineVendor } from '@askfirst/vendors'

interface WeatherWindow extends Window {
  Weather?: { readonly tell: (place: string) => string }
}

const tellWeather = (place: string): string | undefined => (window as WeatherWindow).Weather?.tell(place)

/** What the visitor is told, and how it is loaded. Created once, outside of components. */
export const weather = (cdn = 'cdn.weather.example') =>
  defineVendor({
    id: 'weather',
    name: 'Weather',
    category: 'functional',
    disclosure: {
      operator: 'Weather Ltd.',
      country: 'IE',
      domains: [cdn],
      storage: [{ name: 'weather_place', kind: 'local', purpose: 'settings', days: null, confidence: 'claimed' }],
      data: ['ip-address', 'browser'],
      legalBasis: 'consent',
      transfers: [],
      policyUrl: null,
      evidence: () =>
        Promise.resolve([
          {
            fact: 'storage',
            statement: 'Keeps the place',
            source: 'its manual',
            date: '2026-11',
            confidence: 'claimed',
          },
        ]),
    },
    traces: { globals: ['Weather'], nodes: [] },
    mount: async ({ script, until }) => {
      await script(`//${cdn}/weather.js`)
      await until(() => tellWeather('') !== undefined) // live when its API is there, not when its script has come
      return {}
    },
  })

interface WeatherReportProps {
  readonly vendor: VendorId
  readonly place: string
}

export function WeatherReport({ vendor, place }: WeatherReportProps) {
  const { grantVendor } = useConsent()
  const ask = (
    <p>
      The weather comes from another company.{' '}
      <button type="button" onClick={() => grantVendor(vendor)}>
        Show the weather
      </button>
    </p>
  )
  return (
    <ConsentGate vendor={vendor} fallback={ask}>
      <Report vendor={vendor} place={place} />
    </ConsentGate>
  )
}

/** Using the vendor is what loads it. */
function Report({ vendor, place }: WeatherReportProps) {
  const { status } = useVendor(vendor)
  if (status === 'failed') return <p role="alert">The weather could not be loaded.</p>
  return <p role="status">{status === 'ready' ? tellWeather(place) : 'Loading the weather…'}</p>
}
