import { contrast, over, type Colour } from './colour.ts'
import { readColour } from './read-colour.ts'

/** How an element looks to a visitor, in figures. `null` is what cannot be said, because a picture is behind it. */
export interface Look {
  readonly words: string
  readonly tag: string
  /** Why it cannot be seen at all, or nothing. */
  readonly unseen: '' | 'not drawn' | 'scrolled away or off the screen' | 'under something else'
  /** Contrast of its words against what is right behind them. */
  readonly text: number | null
  /** Contrast of its area against what is around it. */
  readonly fill: number | null
  /** Contrast of whichever is clearer, its area or its border, against what is around it. */
  readonly edge: number | null
  /** In CSS pixels. */
  readonly fontSize: number
  readonly fontWeight: number
  readonly width: number
  readonly height: number
  readonly opacity: number
}

/** Measures an element as it is painted now. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  const opacity = opacityOf(element)
  const around = element.parentElement ? backdropOf(element.parentElement) : null
  const area = fillOf(style, around)
  // What is faint as a whole lets the same shine through its words and its area.
  const faded = (colour: Colour | null): Colour | null => colour && around && over(colour, around, opacity)
  const ink = readColour(style.color)
  const fill = ratio(faded(area), around)
  const border = readColour(style.borderBlockStartColor)
  const hasBorder = style.borderBlockStartStyle !== 'none' && Number.parseFloat(style.borderBlockStartWidth) > 0
  const line = hasBorder ? ratio(faded(border && around && over(border, around)), around) : 1
  return {
    words: element.textContent.trim().replace(/\s+/g, ' '),
    tag: element.tagName,
    unseen: unseen(element, style),
    text: ratio(faded(ink && area && over(ink, area)), faded(area)),
    fill,
    edge: fill === null || line === null ? null : Math.max(fill, line),
    fontSize: Number.parseFloat(style.fontSize),
    fontWeight: Number(style.fontWeight),
    width,
    height,
    opacity,
  }
}

const ratio = (one: Colour | null, other: Colour | null): number | null => one && other && contrast(one, other)

/** The colour that an element is painted on top of, or `null` if that is a picture. */
function backdropOf(element: Element): Colour | null {
  const below = element.parentElement ? backdropOf(element.parentElement) : readColour(canvasOf(element))
  return fillOf(getComputedStyle(element), below)
}

function fillOf({ backgroundColor, backgroundImage }: CSSStyleDeclaration, below: Colour | null): Colour | null {
  if (backgroundImage !== 'none') return null
  const own = readColour(backgroundColor)
  if (own?.[3] === 1) return own
  return own && below && over(own, below)
}

/** The page's own colour: what lies below everything, in the root's scheme. */
function canvasOf(root: Element): string {
  const { colorScheme } = getComputedStyle(root)
  const isDark =
    /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches)
  return isDark ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)'
}

function opacityOf(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
}

function unseen(element: Element, { visibility }: CSSStyleDeclaration): Look['unseen'] {
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width < 2 || height < 2 || visibility !== 'visible') return 'not drawn'
  const [x, y] = [left + width / 2, top + height / 2]
  const onTop = document.elementFromPoint(x, y)
  if (!onTop) return 'scrolled away or off the screen'
  if (element.contains(onTop)) return ''
  // A scrolling parent cuts it off, and what is seen there is another part of the same, or the page.
  return isCutOff(element, x, y) ? 'scrolled away or off the screen' : 'under something else'
}

function isCutOff(element: Element, x: number, y: number): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { left, right, top, bottom } = parent.getBoundingClientRect()
    const isClipping = getComputedStyle(parent).overflowY !== 'visible'
    if (isClipping && (x < left || x > right || y < top || y > bottom)) return true
  }
  return false
}
