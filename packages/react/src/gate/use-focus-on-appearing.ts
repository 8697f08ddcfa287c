'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** Moves the focus to a panel when it appears in place of what the visitor had pressed. */
export function useFocusOnAppearing(): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus()
  }, [])
  return panel
}
