import { useConsentState, useIsGranted } from '@askfirst/react'
import { useEffect } from 'react'
import { forgetPlants } from './stored-plants.ts'

/** Forgets the plants looked at as soon as "Functional" is not granted, on whichever page that happens. */
export function useForgottenPlants(): void {
  const isRead = useConsentState(({ now }) => now > 0)
  const granted = useIsGranted('functional')
  useEffect(() => {
    if (isRead && !granted) forgetPlants()
  }, [isRead, granted])
}
