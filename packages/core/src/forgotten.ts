import type { ConsentRecord } from './record.ts'
import { touchStorage } from './touch-storage.ts'

/** What a page knows of a visitor who had everything forgotten: as much as of one who was never asked. */
export const forgotten = { record: null, visit: new Map<string, number>(), dismissed: false, inDoubt: false } as const

const word = 'forget:'

/**
 * Tells every page of the site to forget a record. To find nothing stored is not enough for them: storage that fails
 * may not erase a refusal. It is named and dated, so that a decision taken since stays.
 */
export function tellForgotten(id: string): void {
  const message = `${word}${Date.now()}:${id}`
  try {
    const channel = new BroadcastChannel('askfirst')
    channel.postMessage(message)
    channel.close()
  } catch {
    // An old browser; or Firefox, where cookies are blocked.
    touchStorage(message)
  }
}

/** Whether another page tells us to forget what we know. Each page has its own record for one cookie written by hand. */
export function isForgotten(message: unknown, record: ConsentRecord | null): boolean {
  const [, time, id] = /^forget:(\d+):(.+)$/s.exec(String(message)) ?? []
  return record !== null && record.time <= Number(time) && (record.id === id || record.surface === 'seed')
}
