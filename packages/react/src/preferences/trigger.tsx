'use client'

import type { ComponentProps, ReactNode } from 'react'
import { compose } from '../compose.ts'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-trigger.ts'
import { preloadPreferences } from './load.ts'
import { signalStanding } from './signal-standing.ts'

export interface PreferencesTriggerProps extends ComponentProps<'button'> {
  /** Fixed in a corner of the window, instead of where it stands. @default false */
  readonly floating?: boolean | undefined
}

/** Opens the preferences at any time. Every page needs one, so that a choice can be changed as easily as it was made. */
export function PreferencesTrigger({ floating = false, onClick, ...props }: PreferencesTriggerProps): ReactNode {
  const { store } = useProvided()
  const { preferences, signalShort } = useMessages(english)
  const isHonoured = useConsentState((state) => signalStanding(state) === 'honoured')
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      data-askfirst="preferences-trigger"
      data-floating={floating || undefined}
      onPointerEnter={preloadPreferences}
      onFocus={preloadPreferences}
      onClick={compose(onClick, store.openPreferences)}
      {...props}
    >
      {props.children ?? preferences}
      {isHonoured && ` (${signalShort})`}
    </button>
  )
}
