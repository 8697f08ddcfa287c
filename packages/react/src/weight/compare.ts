import type { Look } from './look.ts'

/** Of figures that are not meant to differ: how much they may, since one label is longer than the other. */
const tolerance = 1.5

const ratio = (value: number): string => `${value.toFixed(1)}:1`
const pixels = (value: number): string => `${Math.round(value * 10) / 10} px`

/** In what a no is harder to see than the yes beside it, each with both figures: "text contrast 2.1:1 against 15.8:1". */
export function harderToSee(no: Look, yes: Look): readonly string[] {
  const found: string[] = []
  const add = (what: string, figures: readonly [string, string]): void => {
    found.push(`${what} ${figures[0]} against ${figures[1]}`)
  }
  if (no.unseen && !yes.unseen) return [no.unseen]
  if (no.tag !== yes.tag) add('element', [`<${no.tag.toLowerCase()}>`, `<${yes.tag.toLowerCase()}>`])
  for (const name of ['text', 'fill', 'edge'] as const) {
    const [less, more] = [no[name], yes[name]]
    if (less === null || more === null || less * tolerance >= more) continue
    // Black on white is no easier to read than what passes the strictest level anyway.
    if (name === 'text' && less >= 7) continue
    add(`${name} contrast`, [ratio(less), ratio(more)])
  }
  if (no.fontSize < yes.fontSize - 0.5) add('text size', [pixels(no.fontSize), pixels(yes.fontSize)])
  if (no.fontWeight < yes.fontWeight) add('text weight', [String(no.fontWeight), String(yes.fontWeight)])
  if (no.width * no.height * tolerance < yes.width * yes.height) add('size', [sizeOf(no), sizeOf(yes)])
  if (no.opacity < yes.opacity - 0.01) add('opacity', [no.opacity.toFixed(2), yes.opacity.toFixed(2)])
  return found
}

const sizeOf = ({ width, height }: Look): string => `${Math.round(width)} × ${pixels(height)}`

/** What is too low for anyone, by WCAG 2.2 AA: the contrast of words, and the size of what is pressed. */
export function tooLow(look: Look, isPressed: boolean): readonly string[] {
  const { text, fontSize, fontWeight, width, height, words } = look
  if (look.unseen) return []
  const isLarge = fontSize >= 24 || (fontSize >= 18.66 && fontWeight >= 700)
  const least = isLarge ? 3 : 4.5
  const found: string[] = []
  // Three digits, so that 4.48 is not told to be 4.5.
  if (text !== null && text < least) found.push(`“${short(words)}” has ${text.toFixed(2)}:1 of ${least}:1 (1.4.3)`)
  if (isPressed && Math.min(width, height) < 24)
    found.push(`“${short(words)}” is ${sizeOf(look)}, of 24 × 24 px (2.5.8)`)
  return found
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words)
