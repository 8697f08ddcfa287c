'use client'

import type { ReactNode } from 'react'
import { compose } from '../compose.ts'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-trigger.ts'
import { part, type PartProps } from '../part.tsx'
import { preloadPreferences } from './load.ts'
import { signalStanding } from './signal-standing.ts'

export interface PreferencesTriggerProps extends PartProps<'button'> {
  /** Fixed in a corner of the window, instead of where it stands. @default false */
  readonly floating?: boolean | undefined
}

/** Opens the preferences at any time. Every page needs one, so that a choice can be changed as easily as it was made. */
export function PreferencesTrigger(props: PreferencesTriggerProps): ReactNode {
  const { store } = useProvided()
  const { preferences, signalShort } = useMessages(english)
  const isHonoured = useConsentState((state) => signalStanding(state) === 'honoured')
  const { floating = false, children = preferences, ...rest } = props
  const words = (
    <>
      {children}
      {isHonoured && ` (${signalShort})`}
    </>
  )
  const eager = {
    onPointerEnter: compose(rest.onPointerEnter, preloadPreferences),
    onFocus: compose(rest.onFocus, preloadPreferences),
  }
  return part('button', 'preferences-trigger', words, { ...rest, ...eager }, store.openPreferences, {
    'aria-haspopup': 'dialog',
    'data-floating': floating || undefined,
  })
}
