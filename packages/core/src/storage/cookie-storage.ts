import type { ConsentStorage } from './storage.ts'

export interface CookieStorageOptions {
  /** @default 'askfirst' */
  readonly name?: string | undefined
  /**
   * More attributes, joined by `;`, such as `domain=acme.example` to share the choice with all subdomains.
   * They win over ours: `path=/`, 400 days (browsers' cap), `samesite=lax`, and `secure` on https.
   */
  readonly attributes?: string | undefined
}

/** Keeps the record in a first-party cookie that servers, auditors and test suites can read. */
export function cookieStorage({ name = 'askfirst', attributes = '' }: CookieStorageOptions = {}): ConsentStorage {
  return {
    cookie: name,
    read: () => readCookie(document.cookie, name),
    write: (text) => {
      const secure = /^https|__/.test(location.protocol + name) ? 'secure;' : ''
      // Not the Cookie Store API: it is asynchronous, and a refusal must be stored before the tab closes.
      document.cookie = `${name}=${text};path=/;max-age=${text ? 34560000 : 0};samesite=lax;${secure}${attributes}`
    },
  }
}

/**
 * The value of one cookie in a `Cookie` header or `document.cookie`, empty where there is none. Several that differ are read as one text
 * that nobody can read: that is the strictest.
 */
export const readCookie = (cookies: string, name: string): string =>
  [...new Set(cookies.split(/; */).filter((cookie) => cookie.startsWith(`${name}=`)))].join().slice(name.length + 1)
