/** A part of ours on the page, by its name. */
export function findPart(name: string, within: ParentNode = document): HTMLElement {
  const part = within.querySelector<HTMLElement>(`[data-askfirst='${name}']`)
  if (!part) throw new Error(`There is no [data-askfirst='${name}'] on the page.`)
  return part
}

/** Once it has come in, it lies where it will stay, and is as clear as it will be. */
export async function settled(element: Element): Promise<void> {
  await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished))
}

export const boundsOf = (element: Element): DOMRect => element.getBoundingClientRect()

/** What a button weighs, for the eye and the hand. */
export function weightOf(button: HTMLElement): readonly unknown[] {
  const { backgroundColor, color, border, borderRadius, fontSize, fontWeight } = getComputedStyle(button)
  const { width, height } = boundsOf(button)
  return [
    button.tagName,
    backgroundColor,
    color,
    border,
    borderRadius,
    fontSize,
    fontWeight,
    Math.round(width),
    Math.round(height),
  ]
}

export function overlap(one: Element, other: Element): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Whether each element lies below the one before it, or beside it in the direction of writing: as it is read aloud. */
export function inOrder(elements: readonly Element[]): boolean {
  return elements.slice(1).every((element, place) => {
    const before = elements[place]
    if (!before) return false
    const [a, b] = [boundsOf(before), boundsOf(element)]
    const isRightToLeft = getComputedStyle(before).direction === 'rtl'
    return b.top >= a.bottom || (isRightToLeft ? b.right <= a.left : b.left >= a.right)
  })
}
