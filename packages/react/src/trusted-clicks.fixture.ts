/** Makes clicks count as a person's: in jsdom every click is a script's. Returns how to stop. */
export function trustClicks(): () => void {
  const trust = (event: Event): void => {
    // What jsdom keeps behind an event, under a symbol of its own.
    const symbol = Object.getOwnPropertySymbols(event).find(({ description }) => description === 'impl')
    if (!symbol) throw new Error('This is not an event of jsdom.')
    const behind: unknown = Reflect.get(event, symbol)
    Reflect.set(behind as object, 'isTrusted', true)
  }
  addEventListener('click', trust, true)
  return () => removeEventListener('click', trust, true)
}
