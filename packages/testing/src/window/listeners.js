/**
 * The listeners of a messenger's events. One that throws must not keep the others from running.
 */
function createListeners() {
  /** @typedef {(...args: never[]) => void} Listener */
  /** @type {Map<string, Set<Listener>>} */
  const byEvent = new Map()

  /** @param {Listener | undefined} listener @param {...unknown} args */
  const call = (listener, ...args) => {
    const called = /** @type {((...args: unknown[]) => void) | undefined} */ (listener)
    try {
      called?.(...args)
    } catch (error) {
      reportError(error)
    }
  }
  return {
    call,
    /** @param {string} event @param {Listener} listener */
    add: (event, listener) => {
      byEvent.set(event, (byEvent.get(event) ?? new Set()).add(listener))
    },
    /** @param {string} event @param {Listener} listener */
    remove: (event, listener) => {
      byEvent.get(event)?.delete(listener)
    },
    /** @param {string} event @param {...unknown} args */
    emit: (event, ...args) => {
      for (const listener of byEvent.get(event) ?? []) call(listener, ...args)
    },
    clear: () => {
      byEvent.clear()
    },
  }
}
