/** Says in development why a press did nothing. */
export function warnOfScript(): void {
  console.warn(
    "Askfirst: a script pressed a yes, so nothing was granted: that is no consent of the visitor. In tests, press as a person does (Playwright, or Vitest's browser mode), or set `automatedAccept: 'count'` in the policy.",
  )
}
