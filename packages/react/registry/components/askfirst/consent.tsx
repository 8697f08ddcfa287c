'use client'

import { ConsentBanner, ConsentProvider, Preferences, PreferencesTrigger } from '@askfirst/react'
import type { ConsentProviderProps } from '@askfirst/react'
import { Button } from '@/components/ui/button'
import { AskButton } from './ask-button'

/** Put it around your app: the banner while a decision is due, the preferences when they are asked for. */
export function Consent({ children, ...options }: ConsentProviderProps) {
  return (
    <ConsentProvider {...options}>
      <ConsentBanner.Root>
        <ConsentBanner.Title />
        <ConsentBanner.Description />
        <div data-askfirst="actions">
          <ConsentBanner.Reject render={<AskButton />} />
          <ConsentBanner.Accept render={<AskButton />} />
          <ConsentBanner.Choose render={<AskButton />} />
        </div>
      </ConsentBanner.Root>
      {children}
      <Preferences button={<AskButton />} />
    </ConsentProvider>
  )
}

/** Put it into your footer: a choice can be changed as easily as it was made. */
export function PrivacyChoices() {
  return <PreferencesTrigger render={<Button variant="outline" />} />
}
