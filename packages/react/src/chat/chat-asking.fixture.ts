import { expect, screen, waitFor, within } from 'storybook/test'
import type { ChatPage, Moment } from './chat-page.fixture.ts'

/** Before the vendor is there: the button, the question, and the way to the messenger. */
export function askingMoments({
  messenger,
  id,
  name,
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
  requests,
  isAbsent,
  wasNeverAskedFor,
  only,
}: ChatPage) {
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

  return { notAsked, asking, askingOnRequest, notNow, allowed, onlyThisTime, starting, cancelled }
}
