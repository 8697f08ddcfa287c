'use client'

import type { ComponentProps, ReactNode } from 'react'
import { compose } from '../compose.ts'
import { useProvided } from '../context.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-banner.ts'
import { warnOfScript } from '../warn-of-script.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Allows everything that is asked. */
export function BannerAccept({ onClick, ...props }: ComponentProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { acceptAll } = useMessages(english)
  return (
    <button
      type="button"
      data-askfirst="accept"
      onClick={compose(onClick, ({ isTrusted }) => {
        // As `agree` does; imported, it would cost the first load a file of its own.
        if (isTrusted) store.acceptAll('banner')
        else if (store.getState().policy.automatedAccept === 'count') store.acceptAll('automated')
        else if (process.env.NODE_ENV !== 'production') warnOfScript()
      })}
      {...props}
    >
      {props.children ?? acceptAll}
    </button>
  )
}

/** Refuses everything that is asked: the same element, size and number of steps as `Accept`. */
export function BannerReject({ onClick, ...props }: ComponentProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { rejectAll } = useMessages(english)
  return (
    <button type="button" data-askfirst="reject" onClick={compose(onClick, () => store.rejectAll('banner'))} {...props}>
      {props.children ?? rejectAll}
    </button>
  )
}

/** Opens the preferences. */
export function BannerChoose({ onClick, ...props }: ComponentProps<'button'>): ReactNode {
  const { store } = useProvided()
  const { choose } = useMessages(english)
  return (
    <button
      type="button"
      data-askfirst="choose"
      aria-haspopup="dialog"
      onClick={compose(onClick, store.openPreferences)}
      {...props}
    >
      {props.children ?? choose}
    </button>
  )
}
