'use client'

import type { ReactNode } from 'react'
import { permission } from '@askfirst/core'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { fill } from '../messages/fill.ts'
import { part, type PartProps } from '../part.tsx'

/** The banner's heading. If you change it, give `Root` the same words as `aria-label`. */
export function BannerTitle(props: PartProps<'h2'>): ReactNode {
  const { bannerTitle } = useMessages(english)
  return part('h2', 'banner-title', bannerTitle, props)
}

/** What is asked, of how many companies, and that minds can be changed. */
export function BannerDescription(props: PartProps<'p'>): ReactNode {
  const { bannerText, bannerNew } = useMessages(english)
  const state = useConsentState((current) => current)
  const names = [...state.vendors.values()]
    .filter(({ id }) => !state.record?.disclosed.has(id) && permission(state, id).reason === 'not-disclosed')
    .map(({ name }) => name)
    .join(', ')
  const text = fill(bannerText, { count: state.vendors.size })
  return part('p', 'banner-text', names ? `${fill(bannerNew, { names })} ${text}` : text, props)
}
