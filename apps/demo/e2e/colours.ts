import type { Locator } from '@playwright/test'

interface Found {
  /** What it is seen by. */
  readonly what: string
  readonly ratio: number
}

export interface Colours {
  /** Every text against what is behind it. */
  readonly texts: readonly Found[]
  /** Every button's edge or face against what it stands on; what is underlined or drawn by the browser has none. */
  readonly edges: readonly Found[]
  /** The mark that each control has while it has the focus, against what it stands on: 0 for none to be seen. */
  readonly marks: readonly Found[]
}

/**
 * Contrast in one part of the page, from the styles that the browser has computed, with one more stylesheet for as long as
 * it looks. Moves the focus.
 */
export function coloursOf(part: Locator, styles = ''): Promise<Colours> {
  return part.evaluate((root, css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
    type Colour = readonly [red: number, green: number, blue: number, alpha: number]
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const known = new Map<string, Colour>()
    function colour(text: string): Colour {
      const before = known.get(text)
      if (before) return before
      if (!pixel) throw new Error('There is no canvas to read colours with.')
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = text
      pixel.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data
      const found: Colour = [red, green, blue, alpha / 255]
      known.set(text, found)
      return found
    }
    function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
      const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha)
      return [mix(red, r), mix(green, g), mix(blue, b), 1]
    }
    function behind(element: Element | null): Colour {
      if (!element) return colour(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#000' : '#fff')
      const own = colour(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, behind(element.parentElement))
    }
    function light([red, green, blue]: Colour): number {
      const linear = (value: number): number =>
        value / 255 <= 0.040_45 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
    function ratio(one: Colour, other: Colour): number {
      const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05)
    }
    const nameOf = (element: Element): string => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`

    const texts: Found[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element?.checkVisibility() || !node.textContent?.trim()) continue
      const ground = behind(element)
      texts.push({ what: nameOf(element), ratio: ratio(over(colour(getComputedStyle(element).color), ground), ground) })
    }

    const edges: Found[] = []
    const marks: Found[] = []
    const controls = 'a[href],button,input,summary'
    for (const control of [root, ...root.querySelectorAll<HTMLElement>(controls)]) {
      if (!(control instanceof HTMLElement) || !control.matches(controls) || !control.checkVisibility()) continue
      const ground = behind(control.parentElement)
      const style = getComputedStyle(control)
      if (control.matches('button') && !style.textDecoration.includes('underline')) {
        const edge =
          Number.parseFloat(style.borderTopWidth) > 0 ? ratio(over(colour(style.borderTopColor), ground), ground) : 0
        edges.push({ what: nameOf(control), ratio: Math.max(edge, ratio(behind(control), ground)) })
      }
      control.focus()
      const mark = getComputedStyle(control)
      const isDrawn = mark.outlineStyle !== 'none' && Number.parseFloat(mark.outlineWidth) >= 2
      marks.push({ what: nameOf(control), ratio: isDrawn ? ratio(over(colour(mark.outlineColor), ground), ground) : 0 })
    }
    document.adoptedStyleSheets.pop()
    return { texts, edges, marks }
  }, styles)
}
