import type { ConsentStore } from '@askfirst/core'
import { forgotten, tellForgotten } from '../forgotten.ts'
import { deleteCookie } from '../storage/delete-cookie.ts'
import { forgetWordings } from './kept-wording.ts'

/**
 * Forgets everything about the visitor's choices: what is stored, the record, what is allowed only this time, and the
 * wordings kept beside it, in every tab. Everything is undecided again. Returns whether nothing is stored any more:
 * false where the storage cannot be written or read, so that the visitor can be told.
 */
export function eraseRecord(store: ConsentStore): boolean {
  const { storage } = store
  try {
    storage.write(null)
    // One that an earlier domain or path has left would count from now on.
    if (storage.cookie) deleteCookie(window, storage.cookie)
  } catch {
    // Blocked storage: it is forgotten for this page.
  }
  forgetWordings()
  store.refresh()
  const { record } = store.getState()
  store.configure(forgotten)
  try {
    sessionStorage.removeItem('askfirst.visit') // of a page without a runtime, which would do it
  } catch {
    // Blocked storage holds no visit.
  }
  if (record) tellForgotten(record.id)
  try {
    return !storage.read()
  } catch {
    return false
  }
}
