'use client'

import { useSyncExternalStore } from 'react'
import type { Draft, DraftState } from '@askfirst/core/draft'

/** A value of the draft; a component renders again only when its own value changes. */
export function useDraft<Value>(draft: Draft, select: (state: DraftState) => Value): Value {
  return useSyncExternalStore(draft.subscribe, () => select(draft.getState()))
}
