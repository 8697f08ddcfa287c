// @vitest-environment node
import { expect, it } from 'vitest'
import { steps } from './steps.mjs'

const names = steps.map(({ name }) => name)

it.each(steps.filter(({ needs }) => needs))('what $name needs is a step that comes before it', ({ name, needs }) => {
  for (const needed of needs ?? []) {
    expect(names).toContain(needed)
    expect(names.indexOf(needed)).toBeLessThan(names.indexOf(name))
  }
})
