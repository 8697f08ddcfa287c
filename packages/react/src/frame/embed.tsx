'use client'

import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react'

interface EmbedProps extends ComponentProps<'iframe'> {
  readonly src: string
  readonly title: string
  /** Whether a visitor waits for it, and has not gone on to something else. */
  readonly takesFocus: () => boolean
  /** The policy of this page refuses the address. */
  readonly onRefused: () => void
}

/** The vendor's page: stands only while it is allowed. In a box of its own, so that a removal may be quicker than React. */
export function Embed({ takesFocus, onRefused, onLoad, title, sandbox, ...props }: EmbedProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const isFocused = useRef(false)
  const { src } = props

  function focus(): void {
    box.current?.querySelector('iframe')?.focus({ preventScroll: true })
  }

  useEffect(() => {
    // In development React runs effects twice.
    if (takesFocus()) isFocused.current = true
    if (isFocused.current) focus()
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

  /** Another site's document runs in a process of its own, which in Chromium comes without the focus of its frame. */
  function focusAnew(): void {
    const { activeElement } = document
    if (isFocused.current && box.current?.contains(activeElement)) {
      if (activeElement instanceof HTMLElement) activeElement.blur()
      focus()
    }
    isFocused.current = false
  }

  return (
    <div ref={box} data-askfirst="frame-embed">
      <iframe
        loading="lazy"
        title={title}
        sandbox={sandbox}
        {...props}
        onLoad={(event) => {
          onLoad?.(event)
          focusAnew()
        }}
      />
    </div>
  )
}
