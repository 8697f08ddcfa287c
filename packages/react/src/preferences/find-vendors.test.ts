import { expect, it } from 'vitest'
import { manyVendors } from '../../../../.storybook/vendors.ts'
import { findVendors } from './find-vendors.ts'

const vendors = manyVendors(3)
const texts = ['Łódź Café', 'İstanbul Işık', 'STRASSE ΟΔΟΣ ﾊﾝｸﾞﾙ 한글']

const found = (search: string): readonly string[] =>
  findVendors(vendors, search, (vendor) => texts[vendors.indexOf(vendor)] ?? '').map(
    (vendor) => texts[vendors.indexOf(vendor)] ?? '',
  )

it.each([
  ['café', 'CAFÉ', 'cafe', 'cafe\u0301'],
  ['istanbul', 'ISTANBUL', 'İstanbul', 'ıstanbul', 'isik', 'ışık'],
  ['straße', 'strasse', 'οδός', 'οδοσ', 'ハング', '한', '하'],
])('reads %s without case, accents and width', (...searches) => {
  const numbers = searches.map((search) => found(search).length)
  expect(numbers).toEqual(searches.map(() => 1))
})

it('wants every word, in any order and however they are spaced', () => {
  expect(found('  cafe\u00A0łódź ')).toEqual([texts[0]])
  expect(found('cafe istanbul')).toEqual([])
  expect(found(' ')).toEqual(texts)
})
