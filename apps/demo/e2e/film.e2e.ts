import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { layoutShifts } from './layout-shifts.ts'
import { expectNothing, tracesOf } from './traces.ts'

const player = 'https://www.youtube-nocookie.com/embed/tendril-leaf'
const title = 'A leaf opens'
const path = '/products/monstera'

const partsOf = (page: Page) => {
  const film = page.getByRole('group', { name: title })
  return {
    film,
    show: film.getByRole('button', { name: `Show “${title}”` }),
    question: film.getByRole('dialog', { name: title }),
    frame: film.locator('iframe'),
    elsewhere: film.getByRole('link', { name: 'Watch it on YouTube' }),
    removed: film.getByRole('status').filter({ hasText: 'YouTube has been removed from this page.' }),
  }
}

/** Plays the film at its real address, and sets a cookie there, as the real one does. */
async function playFilms(context: BrowserContext): Promise<readonly string[]> {
  const asked: string[] = []
  await context.route('https://www.youtube-nocookie.com/**', async (route) => {
    asked.push(route.request().url())
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'set-cookie': 'VISITOR_INFO1_LIVE=1; Secure; SameSite=None; Partitioned' },
      body: '<!doctype html><title>Film</title><button>Play</button>',
    })
  })
  return asked
}

test('a film is nowhere before a yes, plays in its place after it, and goes without a reload when that is withdrawn', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  const asked = await playFilms(context)
  const { show, question, frame, elsewhere, removed } = partsOf(page)
  await visit(path)
  await parts.reject.click()
  await test.step('nothing of it is on its page before it is allowed', async () => {
    await show.scrollIntoViewIfNeeded()
    await show.hover()
    await show.focus()
    await expectNothing(page, traffic, { cookies: ['askfirst'] })
    await page.keyboard.press('Enter')
    await expect(question).toContainText('Google provides this.')
    await question.getByRole('button', { name: 'Allow YouTube' }).hover()
    await expect(elsewhere).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(show).toBeFocused()
    await expect(frame).toHaveCount(0)
    await expectNothing(page, traffic, { cookies: ['askfirst'] })
  })
  await test.step('a yes for this time plays it in its place', async () => {
    const place = await page.locator('[data-askfirst="frame-place"]').boundingBox()
    await show.click()
    await question.getByRole('button', { name: 'Only this time' }).click()
    await expect(frame).toBeFocused()
    await expect.poll(() => asked).toEqual([player])
    expect(traffic.hosts()).toEqual(['www.youtube-nocookie.com'])
    const size = await frame.boundingBox()
    expect([size?.width, size?.height]).toEqual([place?.width, place?.height])
    const play = frame.contentFrame().getByRole('button', { name: 'Play' })
    await expect(play).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(play).toBeFocused()
  })
  await test.step('a withdrawal takes it away', async () => {
    traffic.clear()
    await page.evaluate(() => localStorage.setItem('PREF', 'a key of the shop'))
    await parts.choices.click()
    await parts.preferences.getByRole('button', { name: 'Allow none' }).click()
    await expect(frame).toHaveCount(0)
    await expect(removed).toContainText('What it keeps on its own site, this page cannot delete.')
    await expect(show).toBeVisible()
    expect(traffic.entries).toEqual([])
    expect((await tracesOf(page)).local).toEqual(['PREF'])
  })
})

test('a visitor who accepted finds the film, which takes neither room nor focus of anything else', async ({
  page,
  context,
  baseURL,
  visit,
}) => {
  await context.addCookies([{ name: 'askfirst', value: 'accept-all', url: baseURL ?? '' }])
  const asked = await playFilms(context)
  await visit(path)
  const { frame } = partsOf(page)
  await frame.scrollIntoViewIfNeeded()
  await expect(frame).toBeVisible()
  await expect(frame).not.toBeFocused()
  await expect.poll(() => asked).toEqual([player])
  expect(await layoutShifts(page)).toEqual([])
})
