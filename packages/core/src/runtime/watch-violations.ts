import { watchFrames } from './watch-frames.ts'

/** Notes what the page's own policy refuses the vendor: only the browser's report tells that from an ad blocker. */
export function watchViolations(
  document: Document,
  isVendors: (url: string) => boolean,
  nodes: readonly string[],
): { found: () => string | null; stop: () => void } {
  let first: string | null = null

  function note({ disposition, effectiveDirective, blockedURI, sample }: SecurityPolicyViolationEvent): void {
    const isOfVendor = /^(http|ws)s?:/.test(blockedURI)
      ? isVendors(blockedURI)
      : // Without our Trusted Types policy no script can be added at all.
        effectiveDirective === 'trusted-types' && sample === 'askfirst'
    if (isOfVendor && disposition === 'enforce') first ??= `${effectiveDirective} ${blockedURI}`
  }

  document.addEventListener('securitypolicyviolation', note)
  // A frame without an address has the page's policy, and reports by itself. What it holds goes with it.
  const known = nodes.join()
  const frames = watchFrames(
    document,
    (frame) => known !== '' && frame.closest(known) !== null,
    (frame) => frame.document.addEventListener('securitypolicyviolation', note),
  )
  return {
    /** The first directive that refused something, and what. */
    found: () => first,
    stop() {
      frames.stop()
      document.removeEventListener('securitypolicyviolation', note)
    },
  }
}
