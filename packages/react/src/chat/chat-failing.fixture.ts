import type { ChatVendor } from '@askfirst/core/runtime'
import { expect, screen, spyOn, waitFor, within } from 'storybook/test'
import type { ChatPage, Moment } from './chat-page.fixture.ts'

/** Loads that fail, each for its reason. */
export function failingMoments({
  messenger,
  works,
  buttonHasFocus,
  noButton,
  frame,
  openWindow,
  isAbsent,
  failure,
  fails,
  only,
}: ChatPage) {
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

  return {
    failedBlocked,
    failurePutOff,
    failedByServer,
    failedByPolicy,
    failedUnavailable,
    failedStorage,
    failedOffline,
    onlineAgain,
    onlineWhileElsewhere,
    failedTimeout,
    failedVendor,
    retryAfterFailures,
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
