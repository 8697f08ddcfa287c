import { ConsentGate } from '@askfirst/react'
import type { ReactNode } from 'react'
import { RecentlyViewedOff } from './recently-viewed-off.tsx'
import { RecentPlants } from './recent-plants.tsx'

/** The plants looked at before: code of the shop's own, which stores something and so asks first as well. */
export function RecentlyViewed({ viewing }: { readonly viewing?: string }): ReactNode {
  return (
    <section aria-labelledby="recently-viewed" className="recent">
      <h2 id="recently-viewed">Recently viewed</h2>
      <ConsentGate category="functional" fallback={<RecentlyViewedOff />}>
        <RecentPlants viewing={viewing} />
      </ConsentGate>
    </section>
  )
}
