import { afterEach, describe, expect, it } from 'vitest'
import { layoutMistakes } from './layout-mistakes.ts'

const root = document.documentElement

function banner(attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElement('section')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

afterEach(() => root.removeAttribute('style'))

describe('a layout', () => {
  it('that is not known is told, with those that are', () => {
    expect(layoutMistakes(banner({ 'data-layout': 'bars', 'data-edge': 'top' }))).toEqual([
      'Askfirst: there is no data-layout="bars", so the default is shown. Use one of these: bar, box, corner.',
    ])
  })

  it('whose stylesheet is missing is told, where ours has the say', () => {
    const bar = banner({ 'data-layout': 'bar' })
    expect(layoutMistakes(bar)).toEqual([])
    root.style.setProperty('--askfirst-gap', '1rem')
    expect(layoutMistakes(bar)).toEqual([
      expect.stringMatching(/layouts\.css is not on the page, so .+ Add `import '@askfirst\/react\/layouts\.css'`\.$/),
    ])
    expect(layoutMistakes(banner({ 'data-layout': 'box', 'data-edge': 'bottom', 'data-side': 'right' }))).toEqual([])
    root.style.setProperty('--askfirst-layouts', '1')
    expect(layoutMistakes(bar)).toEqual([])
  })
})
