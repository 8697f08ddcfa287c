import { deleteCookie } from './delete-cookie.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * After a decision one cookie is to be left. Others of its name, from another domain or path, would spoil what is read
 * for as long as they live, so they are expired, as far as this page may, and the decision is written again.
 */
export function expireTwins({ cookie, write }: ConsentStorage, text: string): void {
  if (!cookie) return
  const twins = document.cookie.split(/; */).filter((pair) => pair.startsWith(`${cookie}=`))
  const [time = ''] = /&time=\d+/.exec(text) ?? []
  // A browser that did not take the decision, say for its length, may have a refusal in one of the others.
  if (twins.length < 2 || !twins.some((pair) => pair.includes(time))) return
  deleteCookie(window, cookie)
  write(text)
}
