/** Where the record is kept. May throw: the store then works from memory and grants nothing it has not seen. */
export interface ConsentStorage {
  /** The stored text, `null` or empty when there is none. */
  readonly read: () => string | null
  /** Stores the text; `null` forgets it. */
  readonly write: (text: string | null) => void
  /** The name of the cookie, where it is kept in one. */
  readonly cookie?: string | undefined
  /** Calls back when what is stored may have changed elsewhere. Returns how to stop. */
  readonly follow?: ((onChange: () => void) => () => void) | undefined
}
