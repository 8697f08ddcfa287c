import { useEffect, useRef } from 'react'

/** Gives each page its title, and after a change of page moves the focus to its heading, as a new document would. */
export function usePageFocus(path: string, title: string): void {
  const previous = useRef(path)
  useEffect(() => {
    document.title = `${title} · Tendril Street`
    if (previous.current === path) return
    previous.current = path
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [path, title])
}
