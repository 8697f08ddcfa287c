import { expect } from 'vitest'
import '@fontsource/atkinson-hyperlegible/latin-400.css'
import '@fontsource/atkinson-hyperlegible/latin-700.css'
import { turn } from './other-side.ts'
import { pictured } from './pictured.ts'

const font = 'Atkinson Hyperlegible'

/** The same letters on every machine, and as wide, however the machine fits them to its pixels. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(`body { font-family: '${font}' } * { text-rendering: geometricPrecision !important }`)

/** Compares what a story has come to with its pictures: as it is, and in the other scheme and direction. */
export async function comparePictures(id: string): Promise<void> {
  const selector = pictured[id]
  if (!selector) return
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`There is no ${selector} to compare with the picture of ${id}.`)
  document.adoptedStyleSheets.push(sheet)
  try {
    await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1rem "${font}"`)))
    await isAsPictured(element, `${id}-light`)
    const turnBack = turn()
    await isAsPictured(element, `${id}-dark-rtl`).finally(turnBack)
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

async function isAsPictured(element: HTMLElement, name: string): Promise<void> {
  await expect.element(element, { timeout: 3_000 }).toMatchScreenshot(name)
}
