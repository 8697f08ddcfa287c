'use client'

import type { ComponentProps, ReactNode } from 'react'
import { permission } from '@askfirst/core'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { fill } from '../messages/fill.ts'

/** The banner's heading. If you change it, give `Root` the same words as `aria-label`. */
export function BannerTitle(props: ComponentProps<'h2'>): ReactNode {
  const { bannerTitle } = useMessages(english)
  return (
    <h2 data-askfirst="banner-title" {...props}>
      {props.children ?? bannerTitle}
    </h2>
  )
}

/** What is asked, of how many companies, and that minds can be changed. */
export function BannerDescription(props: ComponentProps<'p'>): ReactNode {
  const { bannerText, bannerNew } = useMessages(english)
  const count = useConsentState(({ vendors }) => vendors.size)
  const names = useConsentState((state) =>
    [...state.vendors.values()]
      .filter(({ id }) => !state.record?.disclosed.has(id) && permission(state, id).reason === 'not-disclosed')
      .map(({ name }) => name)
      .join(', '),
  )
  const text = fill(bannerText, { count })
  return (
    <p data-askfirst="banner-text" {...props}>
      {props.children ?? (names ? `${fill(bannerNew, { names })} ${text}` : text)}
    </p>
  )
}
