import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, policies, type ConsentStore } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentBanner, ConsentProvider, GatedChat, Preferences, PreferencesTrigger } from './index.ts'
import { runtimeOf } from './runtime-of.ts'
import { trustClicks } from './trusted-clicks.fixture.ts'

const vendors = [{ ...kayako({ subdomain: 'acme' }), mount: () => Promise.reject(new Error('offline')) }]

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return { observe: () => undefined, disconnect: () => undefined }
  })
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never)
})

let opened: ConsentStore

afterEach(async () => {
  // Nothing of the chat may stay on the page for the tests after this one.
  act(() => opened.rejectAll())
  const chat = runtimeOf(opened, {}).vendor('kayako')
  await vi.waitUntil(() => chat.getState().status === 'blocked', { timeout: 4_000 })
  vi.unstubAllGlobals()
})

async function open(automatedAccept?: 'ask' | 'count'): Promise<ConsentStore> {
  const policy = { ...policies.eea, automatedAccept }
  const store = createConsentStore({ vendors, policy, storage: memoryStorage() })
  opened = store
  render(
    <ConsentProvider store={store}>
      <ConsentBanner />
      <PreferencesTrigger />
      <Preferences />
      <GatedChat vendor="kayako" fallback="Write to us" />
    </ConsentProvider>,
  )
  await act(() => import('./follow-consent.ts'))
  return store
}

/** A press by a script, as tools and tests do it. */
async function press(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name })
  act(() => button.click())
}

const said = (store: ConsentStore): unknown => {
  const { record } = store.getState()
  return record && [record.surface, record.categories.get('functional')?.decision]
}

describe('a yes that a script presses', () => {
  it('on the banner is no answer: it stays, and the console says why', async () => {
    const store = await open()
    await press('Accept all')
    expect(said(store)).toBeNull()
    expect(screen.getByRole('button', { name: 'Reject all' })).toBeDefined()
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('a script pressed a yes'))
  })

  it('on the banner is recorded as automated where the policy counts it', async () => {
    const store = await open('count')
    await press('Accept all')
    expect(said(store)).toEqual(['automated', 'granted'])
  })

  it.each(['Allow all', 'Save choices'])('in preferences is no answer either: %s', async (name) => {
    const store = await open('ask')
    act(store.openPreferences)
    await screen.findByRole('dialog')
    if (name === 'Save choices') act(() => screen.getByRole('checkbox', { name: 'Functional' }).click())
    await press(name)
    expect(said(store)).toBeNull()
    expect(screen.getByRole('dialog')).toBeDefined()
  })

  it('in preferences is recorded as automated where the policy counts it', async () => {
    const store = await open('count')
    act(store.openPreferences)
    await press('Allow all')
    expect(said(store)).toEqual(['automated', 'granted'])
  })

  it.each(['Allow chat', 'Only this time'])('in the chat is no permission: %s', async (name) => {
    const store = await open()
    await press('Start chat')
    await press(name)
    expect(store.getState().record).toBeNull()
    expect(store.getState().visit.size).toBe(0)
    expect(screen.getByRole('button', { name })).toBeDefined()
  })
})

describe('a no that a script presses', () => {
  it('counts on the banner', async () => {
    const store = await open()
    await press('Reject all')
    expect(said(store)).toEqual(['banner', 'denied'])
  })

  it.each(['Allow none', 'Save choices'])('counts in preferences: %s', async (name) => {
    const store = await open()
    act(store.openPreferences)
    await press(name)
    await waitFor(() => expect(said(store)).toEqual(['preferences', 'denied']))
  })
})

it('a yes that a person presses counts', async () => {
  const stop = trustClicks()
  const store = await open()
  await press('Accept all')
  stop()
  expect(said(store)).toEqual(['banner', 'granted'])
})
