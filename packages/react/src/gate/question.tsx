'use client'

import { useId, type KeyboardEvent, type ReactElement, type ReactNode, type SyntheticEvent } from 'react'
import { gateOf, type Vendor } from '@askfirst/core'
import { keepWording } from '@askfirst/core/receipt'
import type { VendorController } from '@askfirst/core/runtime'
import { agree } from '../agree.ts'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-chat.ts'
import { english as disclosureEnglish } from '../messages/en-disclosure.ts'
import { english as triggerEnglish } from '../messages/en-trigger.ts'
import { fill } from '../messages/fill.ts'
import { gateTexts } from '../messages/gate-texts.ts'
import { Answer } from './answer.tsx'
import { useFocusOnAppearing } from './use-focus-on-appearing.ts'
import { useStepAside } from './use-step-aside.ts'

interface QuestionProps {
  readonly vendor: Vendor
  readonly controller: VendorController
  readonly title: string
  /** Who provides it. */
  readonly provider: string
  /** Label of the button that says yes. */
  readonly allow: string
  readonly button: ReactElement | undefined
  /** Another way to the same, between the question and its answers. */
  readonly children?: ReactNode
  /** Closes the question, and gives the focus back to the button if asked to. */
  readonly onClose: (returnFocus: boolean) => void
}

/** Asks in place whether one vendor may load, and says what that means. */
export function Question(props: QuestionProps): ReactNode {
  const { vendor, controller, title, provider, button, children, onClose } = props
  const { store, messages } = useProvided()
  const id = useId()
  const panel = useFocusOnAppearing()
  useStepAside(panel, () => onClose(false))
  const onRequest = useConsentState((state) => gateOf(state, vendor) === 'on-request')
  const text = useMessages(english)
  const { dataKinds, purposes, policy } = useMessages(disclosureEnglish)
  const { preferences } = useMessages(triggerEnglish)
  const locale = useConsentState((state) => state.locale)
  const { disclosure, name } = vendor
  const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(new Set(items))

  function allow(event: SyntheticEvent, onlyThisTime: boolean): void {
    agree(store, event, 'gate', (surface) => {
      store.grantVendor(vendor.id, { onlyThisTime }, surface)
      void keepWording(store, 'gate', gateTexts(messages))
      controller.open()
      onClose(false)
    })
  }

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') onClose(true)
  }

  return (
    <div
      {...useLang('chatSends')}
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-provider`}
      tabIndex={-1}
      data-askfirst="panel"
      onKeyDown={onKeyDown}
    >
      <h2 id={id} data-askfirst="panel-title">
        {title}
      </h2>
      <p id={`${id}-provider`}>{provider}</p>
      <p>{fill(text.chatSends, { data: list(disclosure.data.map((kind) => dataKinds[kind])) })}</p>
      <p>{fill(text.chatStores, { stored: list(disclosure.storage.map(({ purpose }) => purposes[purpose])) })}</p>
      <p>{text.chatWithdraw}</p>
      <p data-askfirst="panel-links">
        <button type="button" data-askfirst="link" aria-haspopup="dialog" onClick={store.openPreferences}>
          {preferences}
        </button>
        {disclosure.policyUrl && (
          <a href={disclosure.policyUrl} target="_blank" rel="noreferrer">
            {fill(policy, { name })}
          </a>
        )}
      </p>
      {children}
      <div data-askfirst="actions">
        <Answer name="not-now" render={button} onPress={() => onClose(true)}>
          {text.chatNotNow}
        </Answer>
        {!onRequest && (
          <Answer name="allow" render={button} onPress={(event) => allow(event, false)}>
            {props.allow}
          </Answer>
        )}
        <Answer name={onRequest ? 'allow' : 'once'} render={button} onPress={(event) => allow(event, true)}>
          {text.chatOnce}
        </Answer>
      </div>
    </div>
  )
}
