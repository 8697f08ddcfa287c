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
  /** Called after each decision, also one made in another part of the app. */
  readonly onDecisionChange?: ((record: ConsentRecord) => void) | undefined
}

const none: Partial<Messages> = {}

/** Gives the app one consent store and one vendor runtime. */
export function ConsentProvider({
  children,
  store: given,
  messages = none,
  nonce,
  timeout,
  onDecisionChange,
  ...options
}: ConsentProviderProps): ReactNode {
  const [store] = useState(() => given ?? createConsentStore(options))
  // Compared by content, because hosts write gates inline.
  const host = JSON.stringify({ gates: options.gates, locale: options.locale })

  useEffect(() => store.connect(), [store])
  useEffect(() => {
    if (given) return
    const changed = JSON.parse(host) as Pick<ConsentStoreOptions, 'gates' | 'locale'> // as written above
    store.configure({ gates: changed.gates ?? {}, locale: changed.locale ?? 'en' })
  }, [store, given, host])
  useEffect(
    () =>
      store.subscribe(({ record }, previous) => {
        if (record && previous.now > 0 && record !== previous.record) {
          onDecisionChange?.(record)
        }
      }),
    [store, onDecisionChange],
  )
  useEffect(() => {
    // Components that show a chat bring the runtime along; other vendors have nobody else to load them.
    if (![...store.getState().vendors.values()].some((vendor) => 'mount' in vendor)) return
    const runtime = import('./load-vendors.ts').then(
      ({ loadVendors }) => loadVendors(store, { nonce, timeout }),
      () => undefined, // A blocked chunk: every optional vendor stays off.
    )
    return () => void runtime.then((disconnect) => disconnect?.())
  }, [store, nonce, timeout])

  const consent = useMemo(() => ({ store, messages, runtime: { nonce, timeout } }), [store, messages, nonce, timeout])
  return <ConsentContext value={consent}>{children}</ConsentContext>
}
