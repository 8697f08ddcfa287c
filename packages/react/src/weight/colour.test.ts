import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, over, type Colour } from './colour.ts'

const white: Colour = [255, 255, 255, 1]
const black: Colour = [0, 0, 0, 1]

const colour = fc.tuple(
  fc.nat(255),
  fc.nat(255),
  fc.nat(255),
  fc.double({ min: 0, max: 1, noNaN: true }),
) as fc.Arbitrary<Colour>
const opaque = colour.map(([red, green, blue]): Colour => [red, green, blue, 1])

describe('contrast', () => {
  it.each<[string, Colour, Colour, string]>([
    ['black on white', black, white, '21.00'],
    ['white on white', white, white, '1.00'],
    ['#767676 on white, the lightest grey that passes AA', [118, 118, 118, 1], white, '4.54'],
    ['#777777 on white, which fails it', [119, 119, 119, 1], white, '4.48'],
    ['#949494 on white, the lightest edge that passes', [148, 148, 148, 1], white, '3.03'],
    ['pure red on white', [255, 0, 0, 1], white, '4.00'],
    ['pure blue on white', [0, 0, 255, 1], white, '8.59'],
  ])('of %s is %s', (_, one, other, ratio) => {
    expect(contrast(one, other).toFixed(2)).toBe(ratio)
  })

  it('is the same both ways, and lies between 1 and 21', () => {
    fc.assert(
      fc.property(opaque, opaque, (one, other) => {
        const ratio = contrast(one, other)
        expect(ratio).toBe(contrast(other, one))
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21)
      }),
    )
  })
})

describe('a colour over another', () => {
  it('is a mix of both by its opacity', () => {
    expect(over([0, 0, 0, 0.5], white)).toEqual([127.5, 127.5, 127.5, 1])
    expect(over([0, 0, 0, 0.5], white, 0.5)).toEqual([191.25, 191.25, 191.25, 1])
    expect(over(black, white, 0)).toEqual(white)
  })
})
