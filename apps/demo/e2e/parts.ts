import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { Vendor } from './vendors.ts'

/** What a visitor finds on the page, by role and name. */
export interface Parts {
  readonly banner: Locator
  readonly accept: Locator
  readonly reject: Locator
  readonly choose: Locator
  /** The footer's button, which is there when the banner is not. */
  readonly choices: Locator
  readonly preferences: Locator
  /** Our own button, behind which there is nothing of the vendor. */
  readonly start: Locator
  readonly question: Locator
  readonly allow: Locator
  readonly once: Locator
  readonly notNow: Locator
  /** While it loads. */
  readonly progress: Locator
  readonly cancel: Locator
  /** What is said of a vendor that was taken down. */
  readonly removed: Locator
  /** What went wrong, in the panel that says it, with another way to make contact. */
  readonly alert: Locator
  readonly retry: Locator
  readonly frame: Locator
  readonly messenger: FrameLocator
  readonly launcher: Locator
  readonly message: Locator
  readonly closeChat: Locator
  readonly conversation: Locator
}

export function partsOf(page: Page, vendor: Vendor): Parts {
  const banner = page.getByRole('region', { name: 'Your privacy choices' })
  const question = page.getByRole('dialog', { name: 'Chat with us' })
  const messenger = page.frameLocator(vendor.frame)
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
    once: question.getByRole('button', { name: 'Only this time' }),
    notNow: question.getByRole('button', { name: 'Not now' }),
    progress: page.getByRole('group', { name: 'Chat with us' }).and(page.locator('[aria-busy=true]')),
    cancel: page.getByRole('button', { name: 'Cancel' }),
    removed: page.getByRole('status').filter({ hasText: `${vendor.name} has been removed from this page.` }),
    alert: page.locator('[data-askfirst=panel]:has([role=alert]), [role=alert]:not([data-askfirst=panel] *)'),
    retry: page.getByRole('button', { name: 'Try again' }),
    frame: page.locator(vendor.frame),
    messenger,
    launcher: messenger.getByRole('button', { name: 'Open chat' }),
    message: messenger.getByLabel('Your message'),
    closeChat: messenger.getByRole('button', { name: 'Close chat' }),
    conversation: messenger.getByRole('log', { name: 'Conversation' }),
  }
}
