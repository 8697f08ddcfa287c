import type { StoryObj } from '@storybook/react-vite'
import type { ChatVendor } from '@askfirst/core/runtime'
import { expect, screen, waitFor, within } from 'storybook/test'
import type { GatedChat } from './index.tsx'

export type Moment = StoryObj<typeof GatedChat>
type Play = NonNullable<Moment['play']>
export type User = Parameters<Play>[0]['userEvent']

/** A messenger, and the ways in which its stand-in can be told to behave. */
export interface Messenger {
  readonly id: string
  readonly name: string
  readonly global: string
  readonly works: () => ChatVendor
  /** Every answer waits so many milliseconds. */
  readonly slow: (delay: number) => ChatVendor
  /** Nobody answers at its address, as behind an ad blocker, a firewall or a DNS server that does not know it. */
  readonly blocked: () => ChatVendor
  /** Its address answers with an error. */
  readonly failing: () => ChatVendor
  /** It gets ready, but does not show itself on this site. */
  readonly unavailable: () => ChatVendor
  /** It runs, but never says that it is ready. */
  readonly silent: () => ChatVendor
  /** It runs, and throws. */
  readonly faulty: () => ChatVendor
  /** A key that its disclosure names. */
  readonly key: string
}

export type ChatPage = ReturnType<typeof chatPage>

/** What a visitor finds and does on a page with a gated chat. */
export function chatPage(messenger: Messenger) {
  const { id, name, global, works } = messenger

  const button = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Start chat' })
  const buttonHasFocus = (): Promise<void> =>
    waitFor(() => expect(screen.getByRole('button', { name: 'Start chat' })).toHaveFocus(), { timeout: 3_000 })
  const noButton = (): Promise<void> =>
    waitFor(() => expect(screen.queryByRole('button', { name: 'Start chat' })).not.toBeInTheDocument(), {
      timeout: 5_000,
    })
  const frame = (): Promise<HTMLIFrameElement> =>
    screen.findByTitle<HTMLIFrameElement>(
      `Chat (stand-in for ${name === 'Kayako' ? 'Kayako Messenger' : name})`,
      {},
      { timeout: 8_000 },
    )
  const says = (text: string): Promise<HTMLElement> => screen.findByText(`${name}: ${text}`)
  const recorded = (text: string): Promise<HTMLElement> => screen.findByText(`Record: ${text}`)

  async function ask(user: User): Promise<HTMLElement> {
    await user.click(await button())
    const question = await screen.findByRole('dialog', { name: 'Chat with us' })
    await waitFor(() => expect(question).toBeVisible())
    return question
  }

  async function start(user: User, answer = 'Allow chat'): Promise<void> {
    await user.click(within(await ask(user)).getByRole('button', { name: answer }))
  }

  /** The messenger's own window, inside its frame. */
  async function openWindow(): Promise<HTMLElement> {
    const { contentDocument } = await frame()
    const inside = within(contentDocument?.body ?? document.createElement('body'))
    return inside.findByRole('region', { name: /^Chat \(stand-in/ }, { timeout: 8_000 })
  }

  async function startAndOpen(user: User): Promise<void> {
    await start(user)
    await openWindow()
  }

  async function withdraw(user: User): Promise<void> {
    await user.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
    await user.click(dialog.getByRole('button', { name: 'Allow none' }))
  }

  /** Addresses of the messenger that were asked for since the story began. */
  const requests = (): string[] =>
    performance
      .getEntriesByType('resource')
      .map(({ name: address }) => address)
      .filter((address) => address.includes(`/stand-in/${id}`))

  /** Nothing of the messenger is on the page. */
  async function isAbsent(except: readonly string[] = []): Promise<void> {
    await expect(
      document.querySelector(`[src*="/stand-in/${id}"], #kayako-messenger, #kustomer-ui-sdk-iframe`),
    ).toBeNull()
    await expect(screen.queryByTitle(/stand-in/)).not.toBeInTheDocument()
    await expect(global in window).toBe(false)
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
    await expect(keys.filter((key) => !key.startsWith('askfirst') && !except.includes(key))).toEqual([])
    await expect(document.cookie).toBe('')
  }

  /** ... and it never was. */
  async function wasNeverAskedFor(): Promise<void> {
    await isAbsent()
    await expect(requests()).toEqual([])
  }

  /** The panel that says what went wrong. */
  const failure = (): HTMLElement => screen.getByRole('alert').closest('[role=group]') ?? document.body

  async function fails(user: User, reason: RegExp): Promise<HTMLElement> {
    await start(user)
    await waitFor(async () => expect(await screen.findByRole('alert')).toHaveTextContent(reason), { timeout: 5_000 })
    const alert = failure()
    await waitFor(() => expect(alert).toBeVisible())
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(within(alert).getByRole('link', { name: 'Write to us' })).toBeVisible()
    await waitFor(() => expect(alert).toHaveFocus())
    await user.tab()
    await expect(within(alert).getByRole('link', { name: 'Write to us' })).toHaveFocus()
    await user.tab()
    await expect(within(alert).getByRole('button', { name: 'Not now' })).toHaveFocus()
    await user.tab()
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toHaveFocus()
    await noButton()
    return alert
  }

  const only = (vendor: () => ChatVendor) => ({ vendors: () => [vendor()] })

  return {
    messenger,
    id,
    name,
    global,
    works,
    button,
    buttonHasFocus,
    noButton,
    frame,
    says,
    recorded,
    ask,
    start,
    openWindow,
    startAndOpen,
    withdraw,
    requests,
    isAbsent,
    wasNeverAskedFor,
    failure,
    fails,
    only,
  }
}
