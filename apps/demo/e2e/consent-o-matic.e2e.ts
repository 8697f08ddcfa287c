import { parseRecord } from '@askfirst/core'
import { runConsentOMatic } from './consent-o-matic.ts'
import { expect, test } from './fixtures.ts'
import { forgetVisitor, storedRecord } from './stored-record.ts'
import { expectNothing } from './traces.ts'

test('Consent-O-Matic refuses for a person who allows nothing, and grants nothing for one who allows something', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  await test.step('nothing is allowed: it refuses', async () => {
    await visit()
    await runConsentOMatic(page, [])
    await expect(parts.preferences).toHaveCount(0)
    await expect(parts.banner).toHaveCount(0)
    const record = parseRecord((await storedRecord(context)).value)
    expect(record?.surface).toBe('preferences')
    expect(record?.categories.get('functional')?.decision).toBe('denied')
    await expectNothing(page, traffic, { cookies: ['askfirst'] })
  })

  await test.step('where it ticks for the person, the policy asks them: the choices stay open', async () => {
    await forgetVisitor(page)
    await visit()
    await runConsentOMatic(page, ['A'])
    await expect(parts.preferences.getByRole('checkbox', { name: 'Functional' })).toBeChecked()
    expect(await context.cookies()).toEqual([])
    await expectNothing(page, traffic)
    await parts.preferences.getByRole('button', { name: 'Save choices' }).click()
    const record = parseRecord((await storedRecord(context)).value)
    expect(record?.categories.get('functional')?.decision).toBe('granted')
  })
})
