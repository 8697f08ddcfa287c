'use client'

import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react'

interface EmbedProps extends ComponentProps<'iframe'> {
  readonly src: string
  /** Whether a visitor waits for it, and has not gone on to something else. */
  readonly takesFocus: () => boolean
  /** The policy of this page refuses the address. */
  readonly onRefused: () => void
}

/** The vendor's page: stands only while it is allowed. In a box of its own, so that a removal may be quicker than React. */
export function Embed({ takesFocus, onRefused, ...props }: EmbedProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const { src } = props

  useEffect(() => {
    if (takesFocus()) box.current?.querySelector('iframe')?.focus({ preventScroll: true })
  }, [takesFocus])

  useEffect(() => {
    const { origin } = new URL(src, document.baseURI)
    function onViolation({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent): void {
      const isIts =
        effectiveDirective === 'frame-src' && URL.canParse(blockedURI) && new URL(blockedURI).origin === origin
      if (isIts && disposition === 'enforce') onRefused()
    }
    document.addEventListener('securitypolicyviolation', onViolation)
    return () => document.removeEventListener('securitypolicyviolation', onViolation)
  }, [src, onRefused])

  return (
    <div ref={box} data-askfirst="frame-embed">
      <iframe loading="lazy" {...props} />
    </div>
  )
}
