'use client'

import { createConsentStore, type ConsentStore, type InitialConsent } from '@askfirst/core'
import { ConsentBanner, ConsentProvider, GatedChat, Preferences } from '@askfirst/react'
import { useState, type ReactNode } from 'react'
import { IdentifyCustomer } from '../session/identify-customer.tsx'
import { CountReading } from './count-reading.tsx'
import { messages } from './messages.ts'
import { site } from './site.ts'

interface ConsentProps {
  readonly children: ReactNode
  /** What the server knew of this visitor; nothing on a page that is the same for everyone. */
  readonly initial?: InitialConsent | undefined
}

let ofThisPage: ConsentStore | undefined

/** A browser has one store for all layouts, so that a change of layout changes nothing. On a server nobody shares one. */
function storeFor(initial: InitialConsent | undefined): ConsentStore {
  if (typeof document === 'undefined') return createConsentStore({ ...site, initial })
  ofThisPage ??= createConsentStore({ ...site, initial })
  return ofThisPage
}

/** Everything of Askfirst, around the page. */
export function Consent({ children, initial }: ConsentProps): ReactNode {
  const [store] = useState(() => storeFor(initial))
  return (
    <ConsentProvider store={store} initial={initial} prepaint={!initial} messages={messages}>
      <ConsentBanner />
      {children}
      <Preferences />
      <GatedChat vendor="kayako" fallback={<a href="mailto:help@tendril-street.example">Write to us</a>} />
      <IdentifyCustomer />
      <CountReading />
    </ConsentProvider>
  )
}
