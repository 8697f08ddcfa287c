import type { ConsentStore } from '@askfirst/core'
import { runtimeOf } from '../packages/react/src/runtime-of.ts'
import { waitFor } from 'storybook/test'
import { openStores } from './visit.tsx'

/** Before a story: nothing of an earlier one is stored, and no request of it counts. */
export function clearStorage(): void {
  localStorage.clear()
  sessionStorage.clear()
  performance.clearResourceTimings()
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; Path=/; Max-Age=0`
  }
}

/** After a story: withdraws everything, and waits until every vendor is off the page. */
export async function withdrawEverything(): Promise<void> {
  await Promise.all(Array.from(openStores, withdraw))
  openStores.clear()
}

async function withdraw(store: ConsentStore): Promise<void> {
  // Followed here as well, because the components that follow the store may be gone.
  const runtime = runtimeOf(store, {})
  const disconnect = runtime.connect()
  const { vendors } = store.getState()
  store.configure({ gates: Object.fromEntries(Array.from(vendors.keys(), (id) => [id, 'consent'])) })
  store.withdrawAll()
  const loadable = [...vendors.values()].filter((vendor) => 'mount' in vendor)
  await waitFor(
    () => {
      const staying = loadable.filter(({ id }) => runtime.vendor(id).getState().status !== 'blocked')
      if (staying.length > 0) throw new Error(`Still on the page: ${staying.map(({ name }) => name).join(', ')}`)
    },
    { timeout: 12_000 },
  )
  disconnect()
}
