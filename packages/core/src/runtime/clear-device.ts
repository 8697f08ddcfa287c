import type { LoadableVendor } from './mount.ts'
import { createMemory } from './memory.ts'
import { keyOf, type RemovalReport, type Trace } from './removal-report.ts'
import { watchCookies } from './watch-cookies.ts'
import { watchDatabases } from './watch-databases.ts'
import { watchStorage } from './watch-storage.ts'
import type { Page } from './watch.ts'

/** After this long, in milliseconds, we look again. */
const moment = 300

/** Removes what a vendor has stored on earlier pages; on this one it was never loaded, and has nothing else. */
export async function clearDevice(window: Page, { id, disclosure }: LoadableVendor): Promise<RemovalReport> {
  const memory = createMemory(window, id)
  // What is kept on another site is not the page's to delete.
  const stored = disclosure.storage.filter(({ host }) => !host)
  const isOwn = (): boolean => false
  const watches = [watchStorage, watchCookies].map((watch) => watch(window, isOwn, stored, memory))
  const databases = watchDatabases(window, isOwn, stored, memory)
  const removed = watches.flatMap((watch) => watch.sweep())
  removed.push(...(await databases.sweep()))
  const find = async (): Promise<readonly Trace[]> => [
    ...watches.flatMap((watch) => watch.find()),
    ...(await databases.find()),
  ]
  const kept = new Set((await find()).map(keyOf))
  // An earlier life may have left something on this page that writes.
  await new Promise((resolve) => setTimeout(resolve, moment))
  const remaining = (await find()).map(
    (trace) => ({ ...trace, why: kept.has(keyOf(trace)) ? 'kept' : 'returned' }) as const,
  )
  for (const watch of [...watches, databases]) watch.stop()
  memory.forget()
  const reloadAdvised = remaining.some(({ why }) => why === 'returned')
  return { vendor: id, time: Date.now(), removed, remaining, unchecked: [], reloadAdvised }
}
