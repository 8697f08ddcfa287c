import type { ConsentStorage } from './storage.ts'

/** Keeps the record in `localStorage` or `sessionStorage`. A server cannot read it: prefer the cookie. */
export function webStorage(area: 'localStorage' | 'sessionStorage' = 'localStorage', key = 'askfirst'): ConsentStorage {
  return {
    read: () => globalThis[area].getItem(key),
    write: (text) => (text === null ? globalThis[area].removeItem(key) : globalThis[area].setItem(key, text)),
  }
}
