import { expect, test } from './fixtures.ts'
import { listen } from './live-regions.ts'

test('every message is heard once, and after every step the focus is where one goes on', async ({
  page,
  visit,
  parts,
  service,
}) => {
  await visit('/')
  await expect(parts.banner).toBeVisible()
  const heard = await listen(page)

  await test.step('refused: the banner is gone', async () => {
    await parts.reject.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    expect((await heard()).slice(1).map((line) => line.slice(0, 17))).toEqual(['focus: Houseplant'])
  })

  await test.step('asked, and put off', async () => {
    await parts.start.press('Enter')
    await expect(parts.question).toBeFocused()
    await parts.notNow.press('Enter')
    await expect(parts.start).toBeFocused()
    expect(await heard()).toEqual(['focus: Start chat', 'focus: Chat with us', 'focus: Not now', 'focus: Start chat'])
  })

  await test.step('allowed, and it fails', async () => {
    await service.behave('fails')
    await page.keyboard.press('Enter')
    await parts.allow.press('Enter')
    await expect(parts.alert).toBeFocused()
    expect(await heard()).toEqual([
      'focus: Chat with us',
      'focus: Allow chat',
      'focus: Chat with us',
      'status: Starting the chat…',
      'focus: Chat with us',
      'alert: The chat did not start, because of a fault at its provider.',
    ])
  })

  await test.step('tried again: the messenger is ready', async () => {
    await service.behave('works')
    await parts.retry.press('Enter')
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
    expect(await heard()).toEqual([
      'focus: Try again',
      'focus: Chat with us',
      'status: Starting the chat…',
      'focus: Chat (stand-in for Kayako Messenger)',
    ])
  })

  await test.step('withdrawn: it is removed', async () => {
    await parts.choices.press('Enter')
    await expect(parts.preferences).toBeFocused()
    await parts.preferences.getByRole('button', { name: 'Allow none' }).press('Enter')
    await expect(parts.choices).toBeFocused()
    await expect(parts.removed).toBeVisible()
    expect(await heard()).toEqual([
      'focus: Privacy choices',
      'focus: Privacy choices',
      'focus: Allow none',
      'status: Removing Kayako…',
      'focus: Privacy choices',
      'status: Your choices are saved.',
      'status: Kayako has been removed from this page.',
    ])
    await expect(parts.choices).toBeFocused()
  })

  await test.step('nothing to change: the preferences are closed', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(parts.choices).toBeFocused()
    expect(await heard()).toEqual(['focus: Privacy choices', 'focus: Privacy choices'])
  })
})
