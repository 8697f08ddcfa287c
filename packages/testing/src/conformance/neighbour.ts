/** What the neighbour keeps at the end. */
export const neighboursLeft = {
  local: { neighbour: '2', 'neighbour:late': '1', 'neighbour property': '1', length: 'a key' },
  session: { neighbour: '2' },
  cookie: 'neighbour=2',
  databases: ['neighbour'],
  caches: ['neighbour'],
  globals: 'neighbour',
  wraps: true,
}

/** Another script of the site moves in: it writes by every way there is, and wraps `setItem`. Runs in the page. */
export async function neighbourMovesIn(): Promise<void> {
  const setItem: unknown = Reflect.get(Storage.prototype, 'setItem')
  const wrapped = function wrapped(this: Storage, ...values: [string, string]): void {
    Reflect.apply(setItem as () => void, this, values)
  }
  Object.assign(Storage.prototype, { setItem: wrapped })
  Object.assign(window, { neighbour: { wrapped } })
  localStorage.setItem('neighbour', '1')
  localStorage.setItem('length', 'a key')
  sessionStorage.setItem('neighbour', '1')
  document.cookie = 'neighbour=1;path=/'
  await caches.open('neighbour')
  await new Promise((resolve) => {
    indexedDB.open('neighbour').addEventListener('success', resolve)
  })
}

/** It goes on while the vendor lives. */
export function neighbourWritesOn(): void {
  localStorage.setItem('neighbour', '2')
  localStorage.setItem('neighbour:late', '1')
  localStorage['neighbour property'] = '1'
  sessionStorage.setItem('neighbour', '2')
  document.cookie = 'neighbour=2;path=/'
}

/** What of it is there. */
export async function lookAtNeighbour(): Promise<typeof neighboursLeft> {
  const { neighbour: own } = window as unknown as { neighbour?: { wrapped: unknown } }
  // By number: a key named `length` hides from every other way.
  const keys = (area: Storage): readonly string[] => Array.from({ length: size(area) }, (_, at) => area.key(at) ?? '')
  const size = (area: Storage): number => Object.getOwnPropertyDescriptor(Storage.prototype, 'length')?.get?.call(area)
  const entries = (area: Storage): Record<string, string> =>
    Object.fromEntries(
      keys(area)
        .filter((name) => !name.startsWith('askfirst'))
        .map((name) => [name, area.getItem(name) ?? '']),
    )
  return {
    local: entries(localStorage) as typeof neighboursLeft.local,
    session: entries(sessionStorage) as typeof neighboursLeft.session,
    cookie: document.cookie
      .split('; ')
      .filter((pair) => !pair.startsWith('askfirst='))
      .join('; '),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    caches: await caches.keys(),
    globals: own ? 'neighbour' : 'none',
    wraps: Reflect.get(Storage.prototype, 'setItem') === own?.wrapped,
  }
}
