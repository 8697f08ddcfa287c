'use client'

import { useEffect, type RefObject } from 'react'

/** Closes a panel that covers what has just got the focus: by keyboard, one has to see where one is. */
export function useStepAside(panel: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    let frame = 0
    function onFocus({ target }: FocusEvent): void {
      cancelAnimationFrame(frame)
      // The browser says so first, and scrolls there next.
      frame = requestAnimationFrame(() => {
        if (!(target instanceof Element) || panel.current?.contains(target)) return
        const { left, top, width, height } = target.getBoundingClientRect()
        // jsdom has no layout to ask.
        const shown = document.elementFromPoint?.(left + width / 2, top + height / 2)
        if (shown && panel.current?.contains(shown)) close()
      })
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', onFocus)
    }
  }, [panel, close])
}
