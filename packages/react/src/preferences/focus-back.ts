import { focusMain } from '../focus-main.ts'

/** Moves the focus to where it was, or else to the main content. */
export function focusBack(previous: Element | null): void {
  if (previous instanceof HTMLElement && previous.isConnected) previous.focus({ preventScroll: true })
  else focusMain()
}
