import { expect, it } from 'vitest'
import { lineDiff } from './line-diff.mjs'

it('finds nothing between equal texts', () => {
  expect(lineDiff('a\nb\n', 'a\nb\n')).toEqual([])
})

it('names the lines that went and came, in their order', () => {
  expect(lineDiff('a\nb\nc', 'a\nx\nc\nd')).toEqual(['- b', '+ x', '+ d'])
})

it('tells a file that is gone from one that is empty', () => {
  expect(lineDiff('a', '')).toEqual(['- a', '+ '])
})
