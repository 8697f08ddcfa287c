import { PreferencesTrigger, useConsent } from '@askfirst/react'
import type { ReactNode } from 'react'
import { vendors } from '../chat/vendors.ts'
import { StoredByUs } from './stored-by-us.tsx'
import { VendorSection } from './vendor-section.tsx'

export function PrivacyPage(): ReactNode {
  const { withdrawAll } = useConsent()
  return (
    <>
      <h1 tabIndex={-1}>Privacy</h1>
      <p className="lead">What may run on this site, who runs it, what it leaves on your device, and how to end it.</p>
      <div className="buttons">
        <PreferencesTrigger />
        <button type="button" className="button" onClick={() => withdrawAll('api')}>
          Withdraw everything
        </button>
      </div>
      {vendors.map(({ id }) => (
        <VendorSection key={id} id={id} />
      ))}
      <StoredByUs />
    </>
  )
}
