import { useConsent } from '@askfirst/react'
import type { ReactNode } from 'react'

export function RecentlyViewedOff(): ReactNode {
  const { openPreferences } = useConsent()
  return (
    <p>
      Nothing is remembered. If you allow “Functional”, this browser keeps a list of the plants you looked at.{' '}
      <button type="button" className="link" aria-haspopup="dialog" onClick={openPreferences}>
        Change your privacy choices
      </button>
    </p>
  )
}
