import { useLayoutEffect, useState, type ReactNode } from 'react'
import { createConsentStore, memoryStorage, policies, serializeRecord, type ConsentStore } from '@askfirst/core'
import { ConsentProvider, type Messages } from '@askfirst/react'
import { directionOf, type Locale } from '@askfirst/react/locales'
import type { AskfirstParameters } from './askfirst-parameters.ts'
import { Page } from './page.tsx'
import { messengers } from './vendors.ts'

/** Stores of the story that is shown; more than one when the toolbar changed the policy. */
export const openStores = new Set<ConsentStore>()

export interface VisitProps {
  readonly children: ReactNode
  readonly parameters: AskfirstParameters
  readonly policy: keyof typeof policies
  readonly locale: Locale
  /** Its texts. */
  readonly texts: Partial<Messages>
  /** Of the page; `language` follows the language. */
  readonly direction: 'language' | 'ltr' | 'rtl'
  readonly scheme: 'light' | 'dark' | 'light dark'
}

/** One visitor on the page, with a store of their own unless the story brings one. */
export function Visit({ direction, locale, scheme, ...visit }: VisitProps): ReactNode {
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dir = direction === 'language' ? directionOf(locale) : direction
    documentElement.lang = locale
    documentElement.style.colorScheme = scheme
  }, [direction, locale, scheme])
  return visit.parameters.ownProvider ? visit.children : <VisitWithStore {...visit} locale={locale} />
}

type VisitWithStoreProps = Omit<VisitProps, 'direction' | 'scheme'>

function VisitWithStore({ children, parameters, policy, locale, texts }: VisitWithStoreProps): ReactNode {
  const { vendors = messengers, categories, record, gates = {}, timeout, preferences = true } = parameters
  const [own] = useState(() => parameters.messages?.())
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

  return (
    <ConsentProvider store={store} messages={own ?? texts} timeout={timeout}>
      <Page preferences={preferences}>{children}</Page>
    </ConsentProvider>
  )
}
