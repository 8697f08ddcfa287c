'use client'

import { useState, type ReactNode } from 'react'
import { policies } from '@askfirst/core'
import type { FailureReason } from '@askfirst/core/runtime'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { simulateFailure, simulateNewVendor, simulateOtherTab, simulateSignal } from './simulate.ts'
import type { VendorFacts } from './vendor-facts.ts'

const reasons = [
  'blocked',
  'csp',
  'offline',
  'timeout',
  'vendor',
  'unavailable',
  'storage',
] as const satisfies FailureReason[]

/** Locales that differ in direction, script and plural forms. */
const languages = ['en', 'de', 'fr', 'pl', 'ar', 'he', 'ja']

/** Buttons that make the page see another visitor, browser or tab. */
export function Simulations({ vendors }: { readonly vendors: readonly VendorFacts[] }): ReactNode {
  const { store } = useProvided()
  const { policy, locale, signal } = useConsentState((state) => state)
  const known = [...new Set([locale, ...languages])]
  return (
    <>
      <div role="group" aria-label="Visitor">
        <Choice
          label="Region"
          value={policy.id}
          options={[...new Set([policy.id, ...Object.keys(policies)])]}
          onChoose={(id) =>
            store.configure({ policy: Object.values(policies).find((each) => each.id === id) ?? policy })
          }
        />
        <Choice
          label="Language"
          value={locale}
          options={known}
          onChoose={(chosen) => store.configure({ locale: chosen })}
        />
        <label>
          <input
            type="checkbox"
            checked={signal !== ''}
            onChange={({ currentTarget }) => simulateSignal(store, currentTarget.checked)}
          />
          Privacy signal
        </label>
        <button type="button" onClick={() => simulateOtherTab(store, true)}>
          Accept in another tab
        </button>
        <button type="button" onClick={() => simulateOtherTab(store, false)}>
          Reject in another tab
        </button>
      </div>
      {vendors.map((facts) => (
        <VendorSimulations key={facts.vendor.id} {...facts} />
      ))}
    </>
  )
}

function VendorSimulations({ vendor, controller }: VendorFacts): ReactNode {
  const { store } = useProvided()
  const [fault, setFault] = useState('none')

  function fail(chosen: string): void {
    setFault(chosen)
    simulateFailure(vendor, reasons.find((reason) => reason === chosen) ?? null)
  }

  return (
    <div role="group" aria-label={vendor.name}>
      {controller && (
        <Choice
          label={`${vendor.name}: next loads fail`}
          value={fault}
          options={['none', ...reasons]}
          onChoose={fail}
        />
      )}
      <button type="button" onClick={() => simulateNewVendor(store, vendor)}>
        {vendor.name} is new
      </button>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  )
}
