'use client'

import { isGranted, type CategoryId } from '@askfirst/core'
import { useConsentState } from './use-consent-state.ts'

/** Whether a category is granted. False until storage has been read. Throws for a category the site does not have. */
export function useIsGranted(category: CategoryId): boolean {
  return useConsentState((state) => isGranted(state, category))
}
