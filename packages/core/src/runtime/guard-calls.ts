/** The vendor's side, made safe to call: what it throws is reported like any uncaught error, and the page goes on. */
export function guardCalls<Side extends object>(side: Side): Side {
  let hasOpened = false
  const guarded = (name: PropertyKey, part: (...values: unknown[]) => unknown) => {
    return (...values: unknown[]): unknown => {
      try {
        const answer = Reflect.apply(part, side, values)
        hasOpened ||= name === 'open'
        return answer
      } catch (error) {
        // A click that loads a chat is answered: with its window, or with a failure.
        if (name === 'open' && !hasOpened) throw error
        window.reportError(error)
        return name === 'visibility' ? 'closed' : undefined
      }
    }
  }
  // Not a proxy of the side itself: one that is frozen has to be answered as it is.
  return new Proxy({} as Side, {
    get(_, name) {
      const part: unknown = Reflect.get(side, name)
      return typeof part === 'function' ? guarded(name, part as (...values: unknown[]) => unknown) : part
    },
  })
}
