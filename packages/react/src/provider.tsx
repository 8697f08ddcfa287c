'use client'

import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { createConsentStore, type ConsentRecord, type ConsentStore, type ConsentStoreOptions } from '@askfirst/core'
import { ConsentContext } from './context.ts'
import type { Messages } from './messages/messages.ts'

export interface ConsentProviderProps extends ConsentStoreOptions {
  readonly children?: ReactNode
  /** A store of your own, instead of the options above; it must not change. */
  readonly store?: ConsentStore | undefined
  /** Texts that replace ours. @default English */
  readonly messages?: Partial<Messages> | undefined
  /** CSP nonce for the vendors' scripts. @default that of the page's own scripts */
  readonly nonce?: string | undefined
  /** Milliseconds until a vendor's load counts as failed. @default 15000 */
  readonly timeout?: number | undefined
  /**
   * For pages that are built once: the banner is in the HTML, and the script from `@askfirst/react/server` hides it
   * before the first paint where no decision is due. @default false
   */
  readonly prepaint?: boolean | undefined
  /** Called after each decision, also one made in another part of the app. */
  readonly onDecisionChange?: ((record: ConsentRecord) => void) | undefined
}

const none = {}

/** Gives the app one consent store and one vendor runtime. */
export function ConsentProvider({
  children,
  store: given,
  messages = none,
  nonce,
  timeout,
  prepaint,
  onDecisionChange,
  ...options
}: ConsentProviderProps): ReactNode {
  const [store] = useState(() => given ?? createConsentStore(options))
  const { gates = none, locale = 'en', policy = store.getState().policy, initial } = options

  useEffect(() => {
    if (!given) store.configure({ gates, locale, policy })
  }, [store, given, gates, locale, policy])

  useEffect(
    () =>
      store.subscribe(({ record }, previous) => {
        // What is read first is an old decision, unless it was taken on this page before React came.
        if (record && record !== previous.record && record.time > performance.timeOrigin) onDecisionChange?.(record)
      }),
    [store, onDecisionChange],
  )

  useEffect(() => store.connect(), [store])

  useEffect(() => {
    const follows = import('./follow-consent.ts').then(
      (chunk) => chunk.followConsent(store, { nonce, timeout }),
      () => undefined, // A blocked chunk: every optional vendor stays off.
    )
    return () => void follows.then((stop) => stop?.())
  }, [store, nonce, timeout])

  const served = initial ? false : prepaint || undefined
  const consent = useMemo(
    () => ({ store, messages, prepaint: served, nonce, timeout }),
    [store, messages, served, nonce, timeout],
  )
  return <ConsentContext value={consent}>{children}</ConsentContext>
}
