/** Moves the focus to where it was, or else to the main content: never to nowhere. */
export function focusBack(previous: Element | null): void {
  const main = document.querySelector('main')
  if (!previous?.isConnected) main?.setAttribute('tabindex', '-1')
  const target = previous?.isConnected ? previous : main
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}
