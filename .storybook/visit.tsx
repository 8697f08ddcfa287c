import { useLayoutEffect, useState, type ReactNode } from 'react'
import { createConsentStore, memoryStorage, policies, serializeRecord, type ConsentStore } from '@askfirst/core'
import { ConsentProvider } from '@askfirst/react'
import type { AskfirstParameters } from './askfirst-parameters.ts'
import { messages, type Locale } from './messages.ts'
import { Page } from './page.tsx'
import { messengers } from './vendors.ts'

/** Stores of the story that is shown; more than one when the toolbar changed the policy. */
export const openStores = new Set<ConsentStore>()

export interface VisitProps {
  readonly children: ReactNode
  readonly parameters: AskfirstParameters
  readonly policy: keyof typeof policies
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  readonly scheme: 'light' | 'dark' | 'light dark'
}

/** One visitor on the page, with a store of their own. */
export function Visit({ children, parameters, policy, locale, direction, scheme }: VisitProps): ReactNode {
  const { vendors = messengers, categories, record, gates = {}, timeout, preferences = true } = parameters
  const [texts] = useState(() => parameters.messages?.() ?? messages[locale])
  const [store] = useState(() => {
    const made = createConsentStore({
      vendors: vendors(),
      categories,
      // Stories press by script.
      policy: { ...policies[policy], automatedAccept: 'count' },
      storage: memoryStorage(record ? serializeRecord(record) : null),
      locale,
      gates,
    })
    openStores.add(made)
    return made
  })

  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dir = direction
    documentElement.lang = locale
    documentElement.style.colorScheme = scheme
  }, [direction, locale, scheme])

  return (
    <ConsentProvider store={store} messages={texts} timeout={timeout}>
      <Page preferences={preferences}>{children}</Page>
    </ConsentProvider>
  )
}
