import { expect, screen, waitFor, within } from 'storybook/test'
import { recordOf } from '../../../../.storybook/record-of.ts'
import type { ChatPage, Moment } from './chat-page.fixture.ts'

/** What was allowed before, and what is withdrawn. */
export function leavingMoments({
  messenger,
  name,
  button,
  noButton,
  frame,
  says,
  startAndOpen,
  withdraw,
  isAbsent,
}: ChatPage) {
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

  return { withdrawn, withdrawnWithRemains, acceptedBefore }
}
