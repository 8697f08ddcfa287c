import type { StorageKind } from '../disclosure.ts'
import type { ConsentStore } from '../store.ts'

/** A place on the visitor's device, by its name there. */
export interface StoredPlace {
  readonly kind: StorageKind
  readonly name: string
}

/** Where the record is, as far as the page can see by looking; empty where the site keeps it elsewhere. */
export function storedIn({ storage, getState }: ConsentStore): readonly StoredPlace[] {
  const { record } = getState()
  const text = attempt(() => storage.read(), null)
  const isIt = (value: string): boolean =>
    (!!text && value === text) || (!!record?.id && value.includes(`id=${record.id}&`))
  const places: StoredPlace[] = []
  for (const cookie of attempt(() => document.cookie, '').split(/; */)) {
    const [name = '', ...value] = cookie.split('=')
    if (name && isIt(value.join('='))) places.push({ kind: 'cookie', name })
  }
  for (const [kind, area] of [
    ['local', () => localStorage],
    ['session', () => sessionStorage],
  ] as const) {
    const entries = attempt(() => Object.entries<string>(area()), [])
    for (const [name, value] of entries) if (isIt(value)) places.push({ kind, name })
  }
  return places
}

/** What is blocked, or missing outside of a browser, holds nothing. */
function attempt<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look()
  } catch {
    return otherwise
  }
}
