'use client'

import { useCallback, type ReactNode } from 'react'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useLazy } from '../hooks/use-lazy.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-trigger.ts'
import { loadPreferences, type PreferencesProps } from './load.ts'

/** The second layer: every category and vendor with what it does. Loaded when first opened, or when the banner is idle. */
export function Preferences(props: PreferencesProps): ReactNode {
  const { store } = useProvided()
  const { preferencesFailed } = useMessages(english)
  const isOpen = useConsentState((state) => state.preferencesOpen)
  // A dialog that cannot come is closed again, so that the next press asks for it anew.
  const load = useCallback(async () => {
    try {
      return await loadPreferences()
    } catch (error) {
      store.closePreferences()
      throw error
    }
  }, [store])
  const Dialog = useLazy(load, isOpen)
  if (Dialog) return <Dialog {...props} />
  return (
    Dialog === false && (
      <p role="alert" data-askfirst="notice">
        {preferencesFailed}
      </p>
    )
  )
}
