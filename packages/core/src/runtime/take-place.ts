interface Tenant {
  /** Asks it to leave, and not to come back by itself. */
  readonly retire: () => void
  readonly gone: Promise<void>
}

interface Shared {
  /** Kept on the page, not in this module: hot reloading and a second bundle bring a second one of it. */
  askfirstVendors?: Map<string, Tenant>
}

export interface Place {
  /** Resolves when nobody else has the vendor on this page. */
  readonly free: Promise<void>
  readonly leave: () => void
}

/**
 * Takes a vendor's place on the page. One vendor is one load, also where the page holds several runtimes: the newest
 * gets it, once the one before has taken the vendor down.
 */
export function takePlace(page: object, id: string, retire: () => void): Place {
  const shared = page as Shared
  const tenants = (shared.askfirstVendors ??= new Map())
  const before = tenants.get(id)
  let leave: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (leave = resolve))
  const own = { retire, gone }
  tenants.set(id, own)
  before?.retire()
  return {
    free: before?.gone ?? Promise.resolve(),
    leave() {
      if (tenants.get(id) === own) tenants.delete(id)
      leave()
    },
  }
}
