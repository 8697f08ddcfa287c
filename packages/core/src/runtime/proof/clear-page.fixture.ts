import { ids } from './steps.fixture.ts'
import type { TestPage } from './surroundings.fixture.ts'

/** Makes of a page what it was before its first walk. */
export function clearPage({ realm, network }: TestPage): void {
  const { document, localStorage, sessionStorage } = realm
  localStorage.clear()
  sessionStorage.clear()
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie.split('=')[0]}=;path=/;max-age=0`
  document.head.replaceChildren()
  document.body.replaceChildren()
  for (const id of ids) Reflect.deleteProperty(realm, `${id}Api`)
  network.requests = []
}
