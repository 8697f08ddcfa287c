import type { StoryObj } from '@storybook/react-vite'
import type { ChatVendor } from '@askfirst/core/runtime'
import { expect, screen, spyOn, waitFor, within } from 'storybook/test'
import { recordOf } from '../../../../.storybook/record-of.ts'
import type { GatedChat } from './index.tsx'

type Moment = StoryObj<typeof GatedChat>
type Play = NonNullable<Moment['play']>
type User = Parameters<Play>[0]['userEvent']

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

/** Every moment of a gated chat, the same for every messenger. */
export function chatMoments(messenger: Messenger) {
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

  const notAsked: Moment = {
    play: async ({ userEvent }) => {
      const trigger = await button()
      await expect(trigger).toHaveAttribute('aria-haspopup', 'dialog')
      await userEvent.hover(trigger)
      trigger.focus()
      await expect(trigger).toHaveFocus()
      await says('not allowed (undecided)')
      await wasNeverAskedFor()
    },
  }

  const asking: Moment = {
    play: async ({ userEvent }) => {
      const question = await ask(userEvent)
      await waitFor(() => expect(question).toHaveFocus())
      const shown = within(question)
      await expect(shown.getByText(/provides this chat/)).toHaveTextContent(name)
      await expect(shown.getByText(/It receives your messages/)).toBeVisible()
      await expect(shown.getByText(/It keeps on this device/)).toBeVisible()
      await expect(shown.getByRole('button', { name: 'Allow chat' })).toBeVisible()
      await expect(shown.getByRole('button', { name: 'Only this time' })).toBeVisible()
      await expect(shown.getByRole('button', { name: 'Not now' })).toBeVisible()
      await expect(shown.getByRole('button', { name: 'Privacy choices' })).toBeVisible()
      await expect(shown.getByRole('link', { name: 'Write to us' })).toBeVisible()
      await expect(question).not.toHaveTextContent(/cookie/i)
      await wasNeverAskedFor()
    },
  }

  const askingOnRequest: Moment = {
    parameters: { askfirst: { gates: { [id]: 'on-request' } } },
    play: async ({ userEvent }) => {
      const question = within(await ask(userEvent))
      await expect(question.queryByRole('button', { name: 'Allow chat' })).not.toBeInTheDocument()
      await expect(question.getByRole('button', { name: 'Only this time' })).toBeVisible()
      await wasNeverAskedFor()
    },
  }

  const notNow: Moment = {
    play: async ({ userEvent }) => {
      const question = await ask(userEvent)
      await userEvent.click(within(question).getByRole('button', { name: 'Not now' }))
      await expect(question).not.toBeInTheDocument()
      await buttonHasFocus()
      await says('not allowed (undecided)')
      await recorded('none')

      await userEvent.keyboard('{Enter}')
      await screen.findByRole('dialog', { name: 'Chat with us' })
      await userEvent.keyboard('{Escape}')
      await buttonHasFocus()
      await recorded('none')
      await wasNeverAskedFor()
    },
  }

  const allowed: Moment = {
    play: async ({ userEvent }) => {
      await startAndOpen(userEvent)
      await noButton()
      const messengerFrame = await frame()
      await waitFor(() => expect(messengerFrame).toHaveFocus())
      await says('allowed (vendor-granted)')
      await recorded(`${id} granted`)
    },
  }

  const onlyThisTime: Moment = {
    play: async ({ userEvent }) => {
      await start(userEvent, 'Only this time')
      await openWindow()
      await noButton()
      await says('allowed (session)')
      await recorded('none')
    },
  }

  const starting: Moment = {
    parameters: { askfirst: only(() => messenger.slow(20_000)) },
    play: async ({ userEvent }) => {
      await start(userEvent)
      await expect(await screen.findByText('Starting the chat…', { selector: '[role=status]' })).toBeInTheDocument()
      const cancel = await screen.findByRole('button', { name: 'Cancel' })
      await waitFor(() => expect(cancel).toBeVisible())
      await expect(cancel.closest('[aria-busy="true"]')).toContainElement(document.activeElement as HTMLElement)
      await expect(screen.getByRole('link', { name: 'Write to us' })).toBeVisible()
      await noButton()
    },
  }

  const cancelled: Moment = {
    parameters: { askfirst: only(() => messenger.slow(600)) },
    play: async ({ userEvent }) => {
      await start(userEvent)
      await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
      await buttonHasFocus()
      await waitFor(() => expect(requests()).not.toEqual([]), { timeout: 3_000 })
      await says('allowed (vendor-granted)')
      await isAbsent()
    },
  }

  const failedBlocked: Moment = {
    parameters: { askfirst: only(messenger.blocked) },
    play: async ({ userEvent }) => {
      await fails(userEvent, /Something in this browser or network blocks it, or its provider does not answer/)
      await isAbsent()
    },
  }

  const failurePutOff: Moment = {
    parameters: { askfirst: only(messenger.blocked) },
    play: async ({ userEvent }) => {
      const alert = await fails(userEvent, /blocks it/)
      await userEvent.click(within(alert).getByRole('button', { name: 'Not now' }))
      await expect(alert).not.toBeInTheDocument()
      await buttonHasFocus()
      await userEvent.keyboard('{Enter}')
      await screen.findByRole('alert', {}, { timeout: 5_000 })
      await waitFor(() => expect(failure()).toHaveFocus())
      await userEvent.keyboard('{Escape}')
      await buttonHasFocus()
      await isAbsent()
    },
  }

  const failedByServer: Moment = {
    parameters: { askfirst: only(messenger.failing) },
    play: async ({ userEvent }) => {
      await fails(userEvent, /a fault at its provider/)
      await isAbsent()
    },
  }

  /** The policy of the page of all stories cannot be changed: this is what a browser reports of one. */
  function refusedByPolicy(): ChatVendor {
    const vendor = messenger.blocked()
    return {
      ...vendor,
      mount(page) {
        const blockedURI = `https://${vendor.disclosure.domains[0]}/`
        const report = { disposition: 'enforce', effectiveDirective: 'script-src-elem', blockedURI, sample: '' }
        document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), report))
        return vendor.mount(page)
      },
    }
  }

  const failedByPolicy: Moment = {
    parameters: { askfirst: only(refusedByPolicy) },
    play: async ({ userEvent }) => {
      await fails(userEvent, /a mistake in the settings of this site/)
      await isAbsent()
    },
  }

  const failedUnavailable: Moment = {
    parameters: { askfirst: { ...only(messenger.unavailable), timeout: 3_000 } },
    play: async ({ userEvent }) => {
      await fails(userEvent, /answered, but did not appear/)
      await isAbsent()
    },
  }

  const failedStorage: Moment = {
    parameters: {
      askfirst: { ...only(messenger.faulty), timeout: 3_000 },
      test: { dangerouslyIgnoreUnhandledErrors: true },
    },
    beforeEach: () => {
      const setItem = spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      })
      const stopExpecting = expectFault()
      return () => {
        setItem.mockRestore()
        stopExpecting()
      }
    },
    play: async ({ userEvent }) => {
      await fails(userEvent, /cannot store anything more for this site/)
    },
  }

  const failedOffline: Moment = {
    parameters: { askfirst: only(messenger.blocked) },
    beforeEach: () => {
      const network = goOffline()
      return () => network.mockRestore()
    },
    play: async ({ userEvent }) => {
      await fails(userEvent, /you seem to be offline/)
      await isAbsent()
    },
  }

  const onlineAgain: Moment = {
    parameters: { askfirst: only(() => worksAfter(1)) },
    play: async ({ userEvent }) => {
      const network = goOffline()
      await fails(userEvent, /you seem to be offline/)
      network.mockRestore()
      window.dispatchEvent(new Event('online'))
      await openWindow()
      await expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    },
  }

  const onlineWhileElsewhere: Moment = {
    parameters: { askfirst: only(() => worksAfter(1)) },
    play: async ({ userEvent }) => {
      const network = goOffline()
      const alert = await fails(userEvent, /you seem to be offline/)
      const elsewhere = screen.getByRole('button', { name: 'Privacy choices' })
      elsewhere.focus()
      network.mockRestore()
      window.dispatchEvent(new Event('online'))
      await waitFor(() => expect(alert).toHaveTextContent(/^You are online again\./))
      await expect(elsewhere).toHaveFocus()
      await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
    },
  }

  const failedTimeout: Moment = {
    parameters: { askfirst: { ...only(messenger.silent), timeout: 400 } },
    play: async ({ userEvent }) => {
      await fails(userEvent, /takes too long to answer/)
      await waitFor(() => isAbsent(), { timeout: 3_000 })
    },
  }

  const failedVendor: Moment = {
    parameters: {
      askfirst: { ...only(messenger.faulty), timeout: 3_000 },
      test: { dangerouslyIgnoreUnhandledErrors: true },
    },
    beforeEach: expectFault,
    play: async ({ userEvent }) => {
      await fails(userEvent, /a fault at its provider/)
    },
  }

  /** So many tries are blocked, the next works. */
  function worksAfter(failures: number): ChatVendor {
    const first = messenger.blocked()
    const second = works()
    let tries = 0
    return {
      ...second,
      disclosure: {
        ...second.disclosure,
        domains: [...first.disclosure.domains, ...second.disclosure.domains],
      },
      mount: (page) => (tries++ < failures ? first : second).mount(page),
    }
  }

  const retryAfterFailures: Moment = {
    parameters: { askfirst: only(() => worksAfter(2)) },
    play: async ({ userEvent }) => {
      const first = await fails(userEvent, /blocks it/)
      await userEvent.click(within(first).getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(first).not.toBeInTheDocument())
      await screen.findByRole('alert', {}, { timeout: 5_000 })
      await isAbsent()
      await userEvent.click(within(failure()).getByRole('button', { name: 'Try again' }))
      await openWindow()
      const messengerFrame = await frame()
      await waitFor(() => expect(messengerFrame).toHaveFocus())
      await expect(screen.queryByRole('alert')).not.toBeInTheDocument()
      await noButton()
    },
  }

  const withdrawn: Moment = {
    play: async ({ userEvent }) => {
      await startAndOpen(userEvent)
      await withdraw(userEvent)
      await expect(
        await screen.findByText(`${name} has been removed from this page.`, {}, { timeout: 5_000 }),
      ).toBeVisible()
      await button()
      await says('not allowed (category-denied)')
      await isAbsent()
    },
  }

  const withdrawnWithRemains: Moment = {
    beforeEach: () => {
      const timer = setInterval(() => localStorage.setItem(messenger.key, 'back again'), 20)
      return () => clearInterval(timer)
    },
    play: async ({ userEvent }) => {
      await startAndOpen(userEvent)
      await withdraw(userEvent)
      const alert = await screen.findByRole('alert', {}, { timeout: 5_000 })
      await waitFor(() => expect(alert).toBeVisible())
      await expect(alert).toHaveTextContent(messenger.key)
      await expect(within(alert).getByRole('button', { name: 'Reload the page' })).toBeVisible()
      await button()
      await isAbsent([messenger.key])
    },
  }

  const acceptedBefore: Moment = {
    parameters: { askfirst: { record: recordOf({ categories: { functional: 'granted' } }) } },
    play: async () => {
      const messengerFrame = await frame()
      await noButton()
      await expect(messengerFrame).not.toHaveFocus()
      await expect(messengerFrame.getBoundingClientRect().width).toBeLessThan(150)
      await says('allowed (category-granted)')
    },
  }

  const inline: Moment = {
    args: { placement: 'inline' },
    play: async ({ userEvent }) => {
      const question = await ask(userEvent)
      await expect(screen.getByRole('main')).toContainElement(question)
      await expect(getComputedStyle(question.parentElement ?? question).position).toBe('static')
    },
  }

  const floating: Moment = {
    args: { placement: 'floating', children: 'Ask us' },
    play: async () => {
      const { right, bottom } = (await screen.findByRole('button', { name: 'Ask us' })).getBoundingClientRect()
      await expect(document.documentElement.clientWidth - right).toBeLessThan(40)
      await expect(window.innerHeight - bottom).toBeLessThan(40)
    },
  }

  const narrow: Moment = {
    globals: { viewport: { value: 'narrow' } },
    play: async ({ userEvent }) => {
      const question = await ask(userEvent)
      await expect(question.scrollWidth).toBeLessThanOrEqual(question.clientWidth)
      const { left, right, top } = question.getBoundingClientRect()
      await expect(left).toBeGreaterThanOrEqual(0)
      await expect(top).toBeGreaterThanOrEqual(0)
      await expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth)
    },
  }

  const dark: Moment = {
    globals: { scheme: 'dark' },
    play: async ({ userEvent }) => {
      const { backgroundColor } = getComputedStyle(await ask(userEvent))
      await expect(backgroundColor).not.toBe('rgb(255, 255, 255)')
    },
  }

  const rightToLeft: Moment = {
    globals: { direction: 'rtl', locale: 'ar' },
    play: async ({ userEvent }) => {
      await userEvent.click(await screen.findByRole('button', { name: 'بدء المحادثة' }))
      const question = await screen.findByRole('dialog', { name: 'تحدّث معنا' })
      await waitFor(() => expect(question).toBeVisible())
      // The vendors' launchers stand bottom right in every direction of writing, and so does ours.
      await expect(document.documentElement.clientWidth - question.getBoundingClientRect().right).toBeLessThan(40)
    },
  }

  return {
    notAsked,
    asking,
    askingOnRequest,
    notNow,
    allowed,
    onlyThisTime,
    starting,
    cancelled,
    failedBlocked,
    failedTimeout,
    failedVendor,
    failurePutOff,
    failedByServer,
    failedByPolicy,
    failedUnavailable,
    failedStorage,
    failedOffline,
    onlineAgain,
    onlineWhileElsewhere,
    retryAfterFailures,
    withdrawn,
    withdrawnWithRemains,
    acceptedBefore,
    inline,
    floating,
    narrow,
    dark,
    rightToLeft,
  }
}

/** A stand-in's fault is the story's subject, so it must not count as an error of the page. */
function expectFault(): () => void {
  const onError = (event: ErrorEvent): void => {
    if (event.message.includes('told to throw')) event.preventDefault()
  }
  addEventListener('error', onError)
  return () => removeEventListener('error', onError)
}

const goOffline = () => spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
