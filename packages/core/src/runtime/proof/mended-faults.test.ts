// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { openJsdom } from './jsdom.fixture.ts'
import type { Character, Step } from './steps.fixture.ts'
import { take } from './walk.fixture.ts'

// Walks that once went wrong.

const polite: Character = { kind: 'chat', load: 'now', goodbye: 'prompt', manners: 'polite' }

const walkOf = (one: Character, steps: readonly Step[]) => ({
  characters: { one, two: polite },
  hasChannel: true,
  comesBack: false,
  steps,
})

describe('what the model has found before', () => {
  it('after a failed load a withdrawal says what its timers have written again', async () => {
    const steps: readonly Step[] = [
      { do: 'grant', tab: 0, id: 'one' },
      { do: 'open', tab: 0, id: 'one' },
      { do: 'arrive', tab: 0, id: 'one' },
      { do: 'wait', milliseconds: 2_500 },
      { do: 'wait', milliseconds: 1_200 },
      { do: 'withdraw', tab: 0, id: 'one' },
    ]
    expect((await take(openJsdom(), walkOf({ ...polite, manners: 'rewriting' }, steps))).wrong).toEqual([])
  })

  it('and also one that comes while what has failed is being cleared away', async () => {
    const steps: readonly Step[] = [
      { do: 'signIn', tab: 1, id: 'one' },
      { do: 'arrive', tab: 1, id: 'one' },
      { do: 'wait', milliseconds: 2_500 },
      { do: 'wait', milliseconds: 600 },
    ]
    const character: Character = { ...polite, kind: 'plain', manners: 'rewriting' }
    expect((await take(openJsdom(), walkOf(character, steps))).wrong).toEqual([])
  })
})
