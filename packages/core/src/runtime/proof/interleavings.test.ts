// @vitest-environment node
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openJsdom } from './jsdom.fixture.ts'
import { walk } from './steps.fixture.ts'
import type { Surroundings } from './surroundings.fixture.ts'
import { take } from './walk.fixture.ts'

// Whatever order the visitor, the site, two vendors, two tabs and the clock act in: checked after every single step.

let around: Surroundings

beforeAll(() => {
  around = openJsdom()
})

describe('in every order of events', { timeout: 1_200_000 }, () => {
  it('nothing runs without a yes, each vendor loads once, and what is withdrawn goes, in both tabs', async () => {
    let walks = 0
    let taken = 0
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const { wrong, steps: count } = await take(around, steps)
        walks++
        taken += count
        // `expect` is slow where it is asked so often.
        if (wrong.length > 0) throw new Error(wrong.join('; '))
      }),
      // The same walks each time: a new seed is a search for faults, and belongs to whoever has the time for it.
      { numRuns: 10_000, seed: 20_261_125 },
    )
    console.info(`two vendors in two tabs: ${walks} interleavings, ${taken} steps`)
    expect(walks).toBe(10_000)
  })
})
