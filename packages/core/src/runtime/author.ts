/** Tells the scripts of one vendor from all others. */
export interface Author {
  /** Whether a script is the vendor's, by its address. */
  readonly owns: (script: string) => boolean
  /** The same, of a script that was just seen at work. */
  readonly is: (script: string) => boolean
  /** A script that the vendor has added is its own as well, wherever it comes from. */
  readonly adopt: (script: string) => void
  /** Tells when somebody is at work whom nobody watches. */
  readonly hearOthers: (listener: () => void) => void
  /** The vendor has left. */
  readonly retire: () => void
}

/** Of all vendors that are on the page. */
const authors = new Set<Author>()

/** @param ours the address of this very code, which is nobody at work. */
export function createAuthor(isVendors: (url: string) => boolean, ours: string): Author {
  const known = new Map<string, boolean>()
  let hear = (): void => undefined
  const author: Author = {
    owns(script) {
      const own = known.get(script) ?? isVendors(script)
      known.set(script, own)
      return own
    },
    is(script) {
      if (author.owns(script)) return true
      if (script !== ours && ![...authors].some((one) => one.owns(script))) hear()
      return false
    },
    adopt(script) {
      if (!known.has(script)) known.set(script, true)
    },
    hearOthers(listener) {
      hear = listener
    },
    retire: () => void authors.delete(author),
  }
  authors.add(author)
  return author
}
