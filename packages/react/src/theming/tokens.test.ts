import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const styles = read('../styles.css')
const css = `${styles}\n${read('../layouts.css')}`
const docs = read('../../../../docs/theming.md')

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))].toSorted()

/** Set by us while a banner is up, so it is in the table as one to read. */
const measured = '--askfirst-banner-height'
/** How the development warning knows that a stylesheet is there. */
const mark = '--askfirst-layouts'

const used = found(css, /var\((--askfirst-[\w-]+)/g)
const declared = found(css, /^\s*(--askfirst-[\w-]+):/gm).filter((name) => name !== mark)
const rows = new Map(
  Array.from(docs.matchAll(/^\| `(--askfirst-[\w-]+)`\s*\| (.*?)\s*\|/gm), ([, name = '', value = '']) => [
    name,
    value,
  ]),
)

describe('the properties', () => {
  it('that the stylesheets read are those that they declare, so none is without a default or without a use', () => {
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((name) => name !== measured)).toEqual(declared)
  })

  it('are those that the documentation lists, and no other', () => {
    expect([...rows.keys()].toSorted()).toEqual(used)
  })

  it('have the defaults that the documentation says', () => {
    for (const name of declared) {
      const value = new RegExp(`^\\s*${name}: ([^;]+);`, 'm').exec(styles)?.[1]
      expect(`${name}: ${rows.get(name)}`).toBe(`${name}: \`${value}\``)
    }
  })
})

describe('the rules', () => {
  it('are all in our layer, so that any rule of the site wins', () => {
    for (const file of ['../styles.css', '../layouts.css']) {
      const rules = read(file)
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .trim()
      expect(rules).toMatch(/^@layer askfirst \{/)
      let depth = 0
      const closings = rules.split('').flatMap((sign, place) => {
        if (sign === '{') depth++
        if (sign === '}') depth--
        return sign === '}' && depth === 0 ? [place] : []
      })
      expect(closings).toEqual([rules.length - 1])
    }
  })
})
