import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createConsentStore, memoryStorage, type ConsentStoreOptions } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentProvider } from '../index.ts'
import { DisclosureDetails } from './disclosure-details.tsx'

const vendor = {
  ...kayako({ subdomain: 'acme' }),
  features: { articles: { category: 'marketing' }, maps: { category: 'maps' }, files: { category: 'preferences' } },
}

/** What is said under a heading. */
function under(heading: string): (string | null)[] {
  const said: (string | null)[] = []
  let next = screen.queryByText(heading)?.nextElementSibling
  while (next?.tagName === 'DD') {
    said.push(next.textContent)
    next = next.nextElementSibling
  }
  return said
}

function open(options: ConsentStoreOptions = {}): ReturnType<typeof createConsentStore> {
  const store = createConsentStore({ vendors: [vendor], categories: ['maps'], storage: memoryStorage(), ...options })
  render(
    <ConsentProvider store={store}>
      <DisclosureDetails vendor={vendor} />
    </ConsentProvider>,
  )
  return store
}

describe('what a vendor discloses', () => {
  it('has the ground that the site asserts in place of the vendor’s own, as long as it holds', () => {
    const store = open()
    expect(under('Legal basis')).toEqual(['your consent'])
    act(() => store.configure({ gates: { kayako: { always: 'Part of your support contract' } } }))
    expect(under('Legal basis')).toEqual(['Part of your support contract'])
    act(() => store.configure({ gates: {} }))
    expect(under('Legal basis')).toEqual(['your consent'])
  })

  it('names the features that need a permission of their own, and those that stay off here', () => {
    open()
    expect(under('Only with a permission of their own')).toEqual([
      'articles chosen by the page you read (off on this site)',
      'maps (“maps”)',
    ])
  })

  it('names the category of a feature that is asked about', () => {
    open({ categories: ['marketing', 'maps'] })
    expect(under('Only with a permission of their own')[0]).toBe('articles chosen by the page you read (“Marketing”)')
  })
})
