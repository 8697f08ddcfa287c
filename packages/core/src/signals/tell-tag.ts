import type { ConsentState } from '../state.ts'
import type { ConsentStore } from '../store.ts'
import { follow } from './follow.ts'

/**
 * Tells a vendor's tag what is allowed: once it is on the page, and again whenever that changes.
 * Makes nothing on `window`: a tag that is not there is not told, and one that went away is new when it comes back.
 */
export function tellTag<Tag, Message>(
  store: ConsentStore,
  find: () => Tag | undefined,
  message: (state: ConsentState) => Message,
  tell: (tag: Tag, message: Message) => void,
): () => void {
  let told: string | undefined
  return follow(store, () => {
    const says = message(store.getState())
    const tag = find()
    const text = tag && JSON.stringify(says)
    if (text === told) return
    told = text
    try {
      if (tag) tell(tag, says)
    } catch {
      told = undefined // A tag that throws must not stop the others; it is told again at the next chance.
    }
  })
}
