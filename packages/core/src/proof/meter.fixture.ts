/** Counts every property, entry and element that is read of what it lends out. */
export class Meter {
  reads = 0

  /** The reads that a piece of work takes. */
  count(work: () => unknown): number {
    const before = this.reads
    work()
    return this.reads - before
  }

  /** The same value, watched to any depth. */
  lend<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value
    return new Proxy(value, {
      get: (target, key) => {
        this.reads++
        const own: unknown = Reflect.get(target, key, target)
        // Maps and sets work on themselves only; an array's methods work on any array, and so on the watched one.
        if (typeof own !== 'function' || Array.isArray(target)) return this.lend(own)
        return (...args: readonly unknown[]) => this.#result(Reflect.apply(own, target, args))
      },
    })
  }

  #result(result: unknown): unknown {
    return isIterator(result) ? this.#each(result) : this.lend(result)
  }

  *#each(entries: Iterable<unknown>): Iterable<unknown> {
    for (const entry of entries) {
      this.reads++
      yield this.lend(entry)
    }
  }
}

const isIterator = (value: unknown): value is IterableIterator<unknown> =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value
