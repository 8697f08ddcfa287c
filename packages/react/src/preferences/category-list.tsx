'use client'

import { useId, useState, type ReactNode } from 'react'
import type { Vendor } from '@askfirst/core'
import type { Draft } from '@askfirst/core/draft'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-preferences.ts'
import { Category } from './category.tsx'

/** From this many vendors on, a list is searched rather than read. */
const searchable = 12

/** Every category that there is something to say about, necessary first. */
export function CategoryList({ draft }: { readonly draft: Draft }): ReactNode {
  const { search: label, noMatch } = useMessages(english)
  const vendors = useConsentState((state) => state.vendors)
  const categories = useConsentState((state) => state.categories)
  const asked = useConsentState((state) => state.asked)
  const id = useId()
  const [search, setSearch] = useState('')

  const words = search.trim().toLowerCase()
  const all = [...vendors.values()]
  const found = words ? all.filter(({ name }) => name.toLowerCase().includes(words)) : all
  const inCategory = (from: readonly Vendor[], category: string): readonly Vendor[] =>
    from.filter((vendor) => vendor.category === category)

  return (
    <>
      {all.length >= searchable && (
        <p data-askfirst="search">
          <label htmlFor={id}>{label}</label>
          <input id={id} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </p>
      )}
      {words && found.length === 0 && <p role="status">{noMatch}</p>}
      {categories
        .filter(
          (category) => asked.includes(category) || inCategory(all, category).length > 0 || category === 'necessary',
        )
        .filter((category) => !words || inCategory(found, category).length > 0)
        .map((category) => (
          <Category
            key={category}
            category={category}
            isAsked={asked.includes(category)}
            vendors={inCategory(found, category)}
            isSearched={words !== ''}
            draft={draft}
          />
        ))}
    </>
  )
}
