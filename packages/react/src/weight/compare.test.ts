import { describe, expect, it } from 'vitest'
import { harderToSee, tooLow } from './compare.ts'
import type { Look } from './look.ts'

const yes: Look = {
  words: 'Accept all',
  tag: 'BUTTON',
  unseen: '',
  text: 16,
  fill: 16,
  edge: 16,
  fontSize: 16,
  fontWeight: 600,
  width: 160,
  height: 44,
  opacity: 1,
}
const no = (changes: Partial<Look> = {}): Look => ({ ...yes, words: 'Reject all', ...changes })

describe('a no beside its yes', () => {
  it.each<[string, Partial<Look>]>([
    ['looks the same', {}],
    ['is easier to see', { text: 21, fill: 21, edge: 21, fontSize: 20, fontWeight: 800, width: 200 }],
    ['has a shorter label', { width: 120 }],
    ['is another colour, and as easy to read as can be asked', { text: 7.1 }],
    ['stands on a picture, of which nothing can be said', { text: null, fill: null, edge: null }],
  ])('is fair when it %s', (_, changes) => {
    expect(harderToSee(no(changes), yes)).toEqual([])
  })

  it.each<[string, Partial<Look>, string]>([
    ['has no area', { fill: 1 }, 'fill contrast 1.0:1 against 16.0:1'],
    ['has neither area nor border', { edge: 1.2 }, 'edge contrast 1.2:1 against 16.0:1'],
    ['is hard to read', { text: 3.9 }, 'text contrast 3.9:1 against 16.0:1'],
    ['has small text', { fontSize: 12 }, 'text size 12 px against 16 px'],
    ['has thin text', { fontWeight: 400 }, 'text weight 400 against 600'],
    ['is small', { width: 80 }, 'size 80 × 44 px against 160 × 44 px'],
    ['is faint', { opacity: 0.6 }, 'opacity 0.60 against 1.00'],
    ['is a link', { tag: 'A' }, 'element <a> against <button>'],
    ['cannot be seen', { unseen: 'not drawn' }, 'not drawn'],
    ['has to be scrolled to', { unseen: 'scrolled away or off the screen' }, 'scrolled away or off the screen'],
  ])('is told when it %s', (_, changes, finding) => {
    expect(harderToSee(no(changes), yes)).toEqual([finding])
  })

  it('is not told of when nobody can see either', () => {
    expect(harderToSee(no({ unseen: 'not drawn' }), { ...yes, unseen: 'not drawn' })).toEqual([])
  })
})

describe('what is too low for anyone', () => {
  it('is text below 4.5:1, and large text below 3:1', () => {
    expect(tooLow(no({ text: 4.5 }), true)).toEqual([])
    expect(tooLow(no({ text: 4.48 }), true)).toEqual(['“Reject all” has 4.48:1 of 4.5:1 (1.4.3)'])
    expect(tooLow(no({ text: 3, fontSize: 24 }), true)).toEqual([])
    expect(tooLow(no({ text: 3, fontSize: 19, fontWeight: 700 }), true)).toEqual([])
    expect(tooLow(no({ text: 3, fontSize: 19 }), true)).toHaveLength(1)
  })

  it('is a target below 24 pixels, if it is one', () => {
    expect(tooLow(no({ height: 20 }), true)).toEqual(['“Reject all” is 160 × 20 px, of 24 × 24 px (2.5.8)'])
    expect(tooLow(no({ height: 20 }), false)).toEqual([])
  })
})
