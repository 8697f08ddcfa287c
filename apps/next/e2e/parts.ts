import type { Locator, Page } from '@playwright/test'

/** What a visitor finds on the page, by role and name. */
export function partsOf(page: Page) {
  const banner = page.getByRole('region', { name: 'Your privacy choices' })
  const question = page.getByRole('dialog', { name: 'Chat with us' })
  const messenger = page.frameLocator('#kayako-messenger-frame')
  return {
    banner,
    accept: banner.getByRole('button', { name: 'Accept all' }),
    reject: banner.getByRole('button', { name: 'Reject all' }),
    choose: banner.getByRole('button', { name: 'Choose' }),
    choices: page.getByRole('contentinfo').getByRole('button', { name: 'Privacy choices' }),
    preferences: page.getByRole('dialog', { name: 'Privacy choices' }),
    start: page.getByRole('button', { name: 'Start chat' }),
    question,
    allow: question.getByRole('button', { name: 'Allow chat' }),
    removed: page.getByRole('status').filter({ hasText: 'Kayako has been removed from this page.' }),
    frame: page.locator('#kayako-messenger-frame'),
    launcher: messenger.getByRole('button', { name: 'Open chat' }),
    message: messenger.getByLabel('Your message'),
    conversation: messenger.getByRole('log', { name: 'Conversation' }),
  } satisfies Record<string, Locator>
}

export type Parts = ReturnType<typeof partsOf>
