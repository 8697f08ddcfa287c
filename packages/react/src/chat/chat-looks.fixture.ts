import { expect, screen, waitFor } from 'storybook/test'
import type { ChatPage, Moment } from './chat-page.fixture.ts'

/** Where it stands, and how it looks. */
export function chatLooks({ ask }: ChatPage) {
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

  return { inline, floating, narrow, dark, rightToLeft }
}
