import { focusMain } from '../focus-main.ts'
import { intoView } from './into-view.ts'

/** Brings what has the focus out from under a banner that has just appeared, or else moves the focus from there. */
export function uncover(element: Element | null): void {
  // The banner tells its height to the page after its first layout.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!element || document.activeElement !== element) return
      intoView(element)
      const { left, top, width, height } = element.getBoundingClientRect()
      if (!element.contains(document.elementFromPoint(left + width / 2, top + height / 2))) focusMain()
    }),
  )
}
