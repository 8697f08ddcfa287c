'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { gateOf, type Vendor } from '@askfirst/core'
import type { Draft } from '@askfirst/core/draft'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-preferences.ts'
import { fill } from '../messages/fill.ts'
import { categoryWords } from './category-words.ts'
import { useDraft } from './use-draft.ts'
import { VendorList } from './vendor-list.tsx'

export interface CategoryProps {
  readonly category: string
  /** False where nothing in it depends on the visitor's consent. */
  readonly isAsked: boolean
  readonly vendors: readonly Vendor[]
  /** Those of them that the visitor looks for. */
  readonly found: readonly Vendor[]
  readonly search: string
  readonly draft: Draft
}

/** One category: its checkbox, and its vendors once they are asked for. */
export function Category({ category, isAsked, vendors, found, search, draft }: CategoryProps): ReactNode {
  const text = useMessages(english)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isListed = isOpen || search !== ''
  const [name, description] = categoryWords(text, category)
  return (
    <section data-askfirst="category" data-category={category} aria-labelledby={id}>
      <div data-askfirst="row">
        {isAsked ? (
          <CategoryCheckbox id={id} name={name} category={category} vendors={vendors} draft={draft} />
        ) : (
          <h3 id={id}>{name}</h3>
        )}
        {category === 'necessary' && <span data-askfirst="fact">{text.alwaysOn}</span>}
      </div>
      <p>{description}</p>
      {vendors.length > 0 && (
        // What a search opens is closed again after it.
        <details open={isListed} onToggle={(event) => search || setOpen(event.currentTarget.open)}>
          <summary>
            <Summary vendors={vendors} draft={draft} name={name} />
          </summary>
          {/* By key: taking a thousand rows away one by one takes longer than the letter that was typed may. */}
          {isListed && <VendorList key={search} vendors={found} draft={draft} />}
        </details>
      )}
    </section>
  )
}

interface CategoryCheckboxProps extends Pick<CategoryProps, 'category' | 'vendors' | 'draft'> {
  readonly id: string
  readonly name: string
}

function CategoryCheckbox({ id, name, category, vendors, draft }: CategoryCheckboxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const isTicked = useDraft(draft, ({ categories }) => !!categories[category])
  const isMixed = useDraft(draft, () => vendors.some((vendor) => draft.isTicked(vendor.id) !== isTicked))
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <h3>
      <label id={id}>
        <input
          ref={input}
          type="checkbox"
          data-category={category}
          checked={isTicked}
          onChange={(event) => draft.tickCategory(category, event.target.checked)}
        />
        {name}
      </label>
    </h3>
  )
}

function Summary({
  vendors,
  draft,
  name,
}: Pick<CategoryProps, 'vendors' | 'draft'> & { readonly name: string }): ReactNode {
  const { vendorsAllowed } = useMessages(english)
  const fixed = useConsentState((state) => state)
  const count = useDraft(draft, () => vendors.filter((vendor) => isOn(vendor)).length)

  function isOn(vendor: Vendor): boolean {
    const gate = gateOf(fixed, vendor)
    return (
      vendor.category === 'necessary' || typeof gate === 'object' || (gate === 'consent' && draft.isTicked(vendor.id))
    )
  }

  return (
    <>
      {fill(vendorsAllowed, { count, total: vendors.length })}
      <span data-askfirst="visually-hidden"> {name}</span>
    </>
  )
}
