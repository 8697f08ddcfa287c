import { regionOf } from '@askfirst/core/policies'
import { ConsentBanner, ConsentProvider, type ConsentProviderProps } from '@askfirst/react'
import { PrepaintScript } from '@askfirst/react/server'
import { readConsent } from '@askfirst/server'
import { kayako } from '@askfirst/vendors/kayako'
import { renderToString } from 'react-dom/server'

const site = { vendors: [kayako({ subdomain: 'acme' })], locale: 'en' } satisfies ConsentProviderProps

/** What your server answers to one request. */
export function answer(headers: Headers): string {
  const { initial } = readConsent(headers.get('cookie'), { ...site, headers, region: regionOf })
  return renderToString(
    <html lang="en">
      <head>
        <title>Acme Outdoor</title>
        <PrepaintScript {...site} initial={initial} />
      </head>
      <body>
        <ConsentProvider {...site} initial={initial}>
          <ConsentBanner />
          <main>Parcels leave our warehouse on the day you order.</main>
        </ConsentProvider>
      </body>
    </html>,
  )
}
