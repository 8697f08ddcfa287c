import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import type { Parts } from './parts.ts'
import type { Service } from './vendors.ts'

interface Visit {
  readonly page: Page
  readonly visit: (path?: string) => Promise<void>
  readonly parts: Parts
  readonly service: Service
}

/** Leads a visitor who uses the keyboard through every moment at which we show something, and stops at each to look. */
export async function throughEveryMoment(
  { page, visit, parts, service }: Visit,
  look: (part: Locator, moment: string) => Promise<void>,
): Promise<void> {
  await visit('/')
  await expect(parts.banner).toBeVisible()
  await look(parts.banner, 'banner')
  await look(parts.start, 'button')
  await look(parts.choices, 'trigger')

  await parts.choose.press('Enter')
  await expect(parts.preferences).toBeFocused()
  await openEverything(parts.preferences)
  await look(parts.preferences, 'preferences')
  await page.keyboard.press('Escape')
  await expect(parts.choose).toBeFocused()

  await parts.start.press('Enter')
  await expect(parts.question).toBeFocused()
  await look(parts.question, 'question')

  await service.behave('never-ready')
  await parts.allow.press('Enter')
  await expect(parts.progress).toBeFocused()
  await look(parts.progress, 'starting')
  await parts.cancel.press('Enter')
  await expect(parts.start).toBeFocused()

  await service.behave('fails')
  await page.keyboard.press('Enter')
  await expect(parts.alert).toBeFocused()
  await look(parts.alert, 'failure')
  await service.behave('works')
  await parts.retry.press('Enter')
  await expect(parts.message).toBeVisible()

  await parts.choices.press('Enter')
  await parts.preferences.getByRole('button', { name: 'Allow none' }).press('Enter')
  await expect(parts.removed).toBeVisible()
  await look(parts.removed, 'removed')
}

/** What is folded in comes out, and what is folded into that. */
async function openEverything(part: Locator): Promise<void> {
  for (let closed = 1; closed > 0;) {
    closed = await part.evaluate((element) => {
      const folded = element.querySelectorAll<HTMLDetailsElement>('details:not([open])')
      for (const details of folded) details.open = true
      return folded.length
    })
  }
}
