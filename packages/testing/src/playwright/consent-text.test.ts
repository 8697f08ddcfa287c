import { createConsentStore, memoryStorage, permission } from '@askfirst/core'
import { expect, test } from 'vitest'
import { acme } from './site.fixture.ts'
import { consentText } from './visitor.ts'
import type { Consent } from './visitor.ts'

/** What the store of a site makes of it. */
function permissionBy(consent: Consent, revision = '1') {
  const store = createConsentStore({ vendors: [acme], storage: memoryStorage(consentText(consent)), revision })
  store.refresh()
  return permission(store.getState(), 'acme').reason
}

test.each([
  ['everything', 'accept-all', 'category-granted'],
  ['nothing', 'reject-all', 'category-denied'],
  ['the vendor by itself', { vendors: { acme: true } }, 'vendor-granted'],
  ['everything but the vendor', { categories: { functional: true }, vendors: { acme: false } }, 'vendor-denied'],
  ['the category, told of the vendor', { categories: { functional: true }, disclosed: ['acme'] }, 'category-granted'],
  ['the category before the vendor came', { categories: { functional: true } }, 'not-disclosed'],
  ['it long ago', { vendors: { acme: true }, time: 1 }, 'expired'],
] as const)('a visitor who allowed %s', (_, consent, reason) => {
  expect(permissionBy(consent)).toBe(reason)
})

test('a yes to another revision of the site', () => {
  expect(permissionBy({ vendors: { acme: true }, revision: '2' })).toBe('not-disclosed')
  expect(permissionBy({ vendors: { acme: true }, revision: '2' }, '2')).toBe('vendor-granted')
})
