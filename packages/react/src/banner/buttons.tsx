'use client'

import type { ReactNode } from 'react'
import { useProvided } from '../context.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { part, type PartProps } from '../part.tsx'
import { warnOfScript } from '../warn-of-script.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Allows everything that is asked. */
export function BannerAccept(props: PartProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { acceptAll } = useMessages(english)
  return part('button', 'accept', acceptAll, props, ({ isTrusted }) => {
    // As `agree` does; imported, it would cost the first load a file of its own.
    if (isTrusted) store.acceptAll('banner')
    else if (store.getState().policy.automatedAccept === 'count') store.acceptAll('automated')
    else if (process.env.NODE_ENV !== 'production') warnOfScript()
  })
}

/** Refuses everything that is asked: the same element, size and number of steps as `Accept`. */
export function BannerReject(props: PartProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { rejectAll } = useMessages(english)
  return part('button', 'reject', rejectAll, props, () => store.rejectAll('banner'))
}

/** Opens the preferences. */
export function BannerChoose(props: PartProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { choose } = useMessages(english)
  return part('button', 'choose', choose, props, store.openPreferences, { 'aria-haspopup': 'dialog' })
}
