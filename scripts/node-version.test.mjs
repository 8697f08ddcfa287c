import { expect, it } from 'vitest'
import { allows } from './node-version.mjs'

const range = '^20.19.0 || ^22.13.0 || >=24.0.0'

it.each(['20.19.0', '20.20.2', '22.13.1', '24.0.0', '26.10.0'])('allows Node %s', (version) => {
  expect(allows(version, range)).toBe(true)
})

it.each(['18.20.8', '20.18.9', '21.7.3', '22.12.9', '23.11.0'])('refuses Node %s', (version) => {
  expect(allows(version, range)).toBe(false)
})

it('says so when it does not understand a range, rather than to let any Node pass', () => {
  expect(() => allows('20.19.0', '20.x')).toThrow('engines.node')
})
