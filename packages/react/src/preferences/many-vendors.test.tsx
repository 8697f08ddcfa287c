import { Profiler } from 'react'
import { createConsentStore, memoryStorage, type ConsentStore, type Vendor } from '@askfirst/core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { madeUp, manyVendors } from '../../../../.storybook/vendors.ts'
import { messages as germanChat } from '../locales/de-chat.ts'
import { messages as german } from '../locales/de-preferences.ts'
import type { Messages } from '../messages/messages.ts'
import { ConsentProvider } from '../provider.tsx'
import { PreferencesDialog } from './dialog.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  // jsdom lays nothing out, and a dialog that is not there is closed.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never)
})
afterEach(() => vi.useRealTimers())

let commits = 0

async function open(vendors: readonly Vendor[], messages: Partial<Messages> = {}): Promise<ConsentStore> {
  const store = createConsentStore({ vendors, storage: memoryStorage() })
  render(
    <ConsentProvider store={store} messages={messages}>
      <Profiler id="preferences" onRender={() => commits++}>
        <PreferencesDialog />
      </Profiler>
    </ConsentProvider>,
  )
  await act(async () => store.openPreferences())
  await vi.dynamicImportSettled()
  await pass(1_000)
  return store
}

const pass = (time: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(time)
  })

/** By its label, without asking every element for its role. */
const field = (): HTMLElement => screen.getByLabelText(/^(?:Find a company|Unternehmen suchen)$/)

const listed = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-vendor]')].map(({ dataset }) => dataset['vendor'])

async function type(text: string): Promise<void> {
  fireEvent.change(field(), { target: { value: text } })
  await pass(50)
}

/** What one tick renders again: how often each company, and in how many commits. */
async function costOfTick(count: number): Promise<object> {
  const rendered: Record<string, number> = {}
  const vendors = manyVendors(count).map((vendor) => ({ ...vendor, category: 'analytics' }))
  const store = await open(vendors)
  for (const [id, vendor] of store.getState().vendors) {
    const { name } = vendor
    const get = (): string => {
      rendered[id] = (rendered[id] ?? 0) + 1
      return name
    }
    // Whatever shows a company reads its name, once in each rendering.
    Object.defineProperty(vendor, 'name', { get })
  }
  const summary = document.querySelector('[data-category="analytics"] summary') as HTMLElement
  fireEvent.click(summary)
  // The rows of a long list come over a few frames.
  for (let frames = 0; frames < 7; frames++) await pass(20)
  expect(Object.keys(rendered)).toHaveLength(count)

  for (const id of Object.keys(rendered)) delete rendered[id]
  commits = 0
  fireEvent.click(document.querySelector('[data-vendor="vendor-2"] input') as HTMLElement)
  await pass(50)
  expect(summary).toHaveTextContent(`1 of ${count} allowed`)
  return { rendered, commits }
}

it.each([10, 1_000])('renders the one row again that is ticked, of %i', async (count) => {
  expect(await costOfTick(count)).toEqual({ rendered: { 'vendor-2': 1 }, commits: 1 })
})

const chat = madeUp('chat', 'Łódź Chat', 'functional')
const own = { ...chat, disclosure: { ...chat.disclosure, operator: 'Straße & Söhne', storage: [] } }

it('finds a company by its name, who runs it and what it is for, in the language of the visitor', async () => {
  await open([...manyVendors(20), own], { ...german, ...germanChat })
  const finds = async (search: string, ids: readonly string[]): Promise<void> => {
    await type(search)
    expect([search, listed()]).toEqual([search, ids])
  }
  await finds('company 20', ['vendor-20'])
  await finds('łodz', ['chat'])
  await finds('STRASSE söhne', ['chat'])
  await finds('statistik 4', ['vendor-4'])
  await finds('wiedererkennt company 17', ['vendor-17'])
  await finds('wiedererkennt łódź', [])
  await finds(' ', [])
})

it('says what it has found once, when the visitor has stopped typing', async () => {
  await open(manyVendors(20))
  const status = document.querySelector('[data-askfirst="search"] [role="status"]') as HTMLElement
  const said: string[] = []
  const observer = new MutationObserver(() => said.push(status.textContent ?? ''))
  observer.observe(status, { childList: true, characterData: true, subtree: true })
  for (const text of ['c', 'co', 'comp', 'company 1', 'company 12']) await type(text)
  expect(said).toEqual([])
  await pass(1_000)
  await type('company 12 ')
  await pass(1_000)
  expect(said).toEqual(['Companies found: 1'])
  await type('company 12x')
  await pass(1_000)
  await type('')
  await pass(1_000)
  expect(said).toEqual(['Companies found: 1', 'No company of that name.', ''])
  observer.disconnect()
})

it('has no search where the companies can be read at a glance', async () => {
  await open(manyVendors(11))
  expect(screen.queryByLabelText('Find a company')).toBeNull()
})
