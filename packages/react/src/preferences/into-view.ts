/** Scrolls no further than it takes. jsdom cannot scroll. */
export const intoView = (element: Element | null): void =>
  element?.scrollIntoView?.({ block: 'nearest', behavior: 'instant' })
