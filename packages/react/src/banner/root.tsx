'use client'

import { useEffect, useLayoutEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { needsDecision } from '@askfirst/core'
import { focusBack } from '../focus.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { whenIdle } from '../hooks/use-lazy.ts'
import { preloadPreferences } from '../preferences/load.ts'

/** The banner's region. Rendered only while a decision is due; first in the document, so first in tab order. */
export function BannerRoot(props: ComponentProps<'section'>): ReactNode {
  const isDue = useConsentState((state) => needsDecision(state) && !state.dismissed)
  return isDue ? <Region {...props} /> : null
}

function Region(props: ComponentProps<'section'>): ReactNode {
  const { bannerTitle } = useMessages(english)
  const locale = useConsentState((state) => state.locale)
  // First in the document wherever the component stands, so first in tab order.
  const [host] = useState(() => document.createElement('div'))

  useLayoutEffect(() => {
    document.body.prepend(host)
    // Keeps what is focused out from under the banner, whatever its height.
    const { style } = document.documentElement
    const height = '--askfirst-banner-height'
    const observer = new ResizeObserver(([entry]) => style.setProperty(height, `${entry?.target.clientHeight}px`))
    if (host.firstElementChild) observer.observe(host.firstElementChild)
    return () => {
      observer.disconnect()
      style.removeProperty(height)
      if (host.contains(document.activeElement)) focusBack(null)
      host.remove()
      addEventListener('click', absorb, { capture: true, once: true })
    }
  }, [host])

  useEffect(() => whenIdle(preloadPreferences), [])

  return createPortal(<section aria-label={bannerTitle} lang={locale} data-askfirst="banner" {...props} />, host)
}

/** The second click of a double click would hit what the banner had covered. */
function absorb(event: MouseEvent): void {
  if (event.detail < 2) return
  event.preventDefault()
  event.stopPropagation()
}
