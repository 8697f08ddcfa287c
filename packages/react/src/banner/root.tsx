'use client'

import { useLayoutEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { needsDecision } from '@askfirst/core'
import { useProvided } from '../context.ts'
import { focusMain } from '../focus-main.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { part, type PartProps } from '../part.tsx'

/**
 * The banner's region. Rendered only while a decision is due; first in the document, so first in tab order. Where a
 * server renders it, it stands where you put it: first in the body.
 */
export function BannerRoot(props: PartProps<'section'>): ReactNode {
  const { prepaint } = useProvided()
  const isDue = useConsentState((state) =>
    state.now > 0 ? needsDecision(state) && !state.dismissed : prepaint === true,
  )
  return isDue && <Region {...props} />
}

function Region(props: PartProps<'section'>): ReactNode {
  const { store, prepaint } = useProvided()
  const { bannerTitle } = useMessages(english)
  const { now, locale } = useConsentState((state) => state)
  const [host] = useState(() => prepaint === undefined && document.createElement('div'))

  useLayoutEffect(() => {
    if (host) document.body.prepend(host)
    const region = document.querySelector('[data-askfirst=banner]')
    // Before the first paint, so that nothing jumps; `keepClear` goes on from here.
    document.documentElement.style.setProperty('--askfirst-banner-height', `${region?.clientHeight}px`)
    return () => {
      if (region?.contains(document.activeElement)) focusMain()
      if (host) host.remove()
    }
  }, [host])

  const section = part('section', 'banner', null, props, undefined, {
    // Until storage was read, the script in the page's head has the say.
    'data-state': now === store.getInitialState().now ? 'first' : undefined,
    'aria-label': bannerTitle,
    lang: locale,
  })
  return host ? createPortal(section, host) : section
}
