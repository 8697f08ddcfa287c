import { ConsentBanner, ConsentProvider, GatedChat, Preferences, PreferencesTrigger } from '@askfirst/react'
import { kayako } from '@askfirst/vendors/kayako'
import '@askfirst/react/styles.css'

const vendors = [kayako({ subdomain: 'acme' })] as const

export function Shop() {
  return (
    <ConsentProvider vendors={vendors}>
      <ConsentBanner />
      <main>
        <h1>Acme Outdoor</h1>
        <p>Parcels leave our warehouse on the day you order.</p>
      </main>
      <footer>
        <PreferencesTrigger />
      </footer>
      <Preferences />
      <GatedChat vendor="kayako" fallback={<a href="mailto:help@acme.example">Write to us</a>} />
    </ConsentProvider>
  )
}
