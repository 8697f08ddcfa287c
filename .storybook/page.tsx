import type { ReactNode } from 'react'
import { Preferences, PreferencesTrigger } from '@askfirst/react'
import { InTheStore } from './in-the-store.tsx'
import './page.css'

interface PageProps {
  readonly children: ReactNode
  readonly preferences: boolean
}

/** A little shop page, so that what a story shows has a place to stand. */
export function Page({ children, preferences }: PageProps): ReactNode {
  return (
    <div className="story-page">
      <header>Acme Outdoor</header>
      <main>
        <h1>Help with your order</h1>
        <p>Parcels leave our warehouse on the day you order, and arrive within three working days.</p>
        <p>
          Something missing? <a href="#parcel">Follow your parcel</a> or send it back within 30 days.
        </p>
        {children}
        <InTheStore />
      </main>
      <footer>
        <a href="#imprint">Imprint</a>
        {preferences && (
          <>
            <PreferencesTrigger />
            <Preferences />
          </>
        )}
      </footer>
    </div>
  )
}
