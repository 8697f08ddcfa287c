'use client'

import { useDeferredValue, useId, type ReactNode } from 'react'
import type { Vendor } from '@askfirst/core'
import type { Draft } from '@askfirst/core/draft'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english as disclosureEnglish } from '../messages/en-disclosure.ts'
import { english } from '../messages/en-preferences.ts'
import { fill } from '../messages/fill.ts'
import { Category } from './category.tsx'
import { categoryWords } from './category-words.ts'
import { findVendors } from './find-vendors.ts'
import { FoundStatus } from './found-status.tsx'

/** From this many vendors on, a list is searched rather than read. */
const searchable = 12

interface CategoryListProps {
  readonly draft: Draft
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Every category that there is something to say about, necessary first. */
export function CategoryList({ draft, search: typed, onSearch }: CategoryListProps): ReactNode {
  const text = useMessages(english)
  const { purposes } = useMessages(disclosureEnglish)
  const { vendors, categories, asked } = useConsentState((state) => state)
  const id = useId()

  const all = [...vendors.values()]
  // The letter shows at once, whatever the list takes.
  const search = useDeferredValue(typed.trim())
  const found = search ? findVendors(all, search, textOf) : all

  /** What a vendor is found by: its name, its company, and what it is for, in the visitor's language. */
  function textOf({ name, category, disclosure: { operator, storage } }: Vendor): string {
    const uses = storage.map(({ purpose }) => purposes[purpose])
    return [name, operator, categoryWords(text, category)[0], ...uses].join(' ')
  }

  return (
    <>
      {all.length >= searchable && (
        <div data-askfirst="search">
          <label htmlFor={id}>{text.search}</label>
          <input id={id} type="search" value={typed} onChange={(event) => onSearch(event.target.value)} />
          <FoundStatus text={search && (found.length > 0 ? fill(text.found, { count: found.length }) : text.noMatch)} />
        </div>
      )}
      {categories.map((category) => {
        const inCategory = (vendor: Vendor): boolean => vendor.category === category
        const vendorsOfIt = all.filter(inCategory)
        const foundOfIt = found.filter(inCategory)
        const isAsked = asked.includes(category)
        const isShown = foundOfIt.length > 0 || (!search && (isAsked || category === 'necessary'))
        return (
          isShown && (
            <Category
              key={category}
              category={category}
              isAsked={isAsked}
              vendors={vendorsOfIt}
              found={foundOfIt}
              search={search}
              draft={draft}
            />
          )
        )
      })}
    </>
  )
}
