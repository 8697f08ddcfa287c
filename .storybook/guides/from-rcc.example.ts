import { readCookie } from '@askfirst/core'

/** That banner knows one yes or no, for everything. */
export const refused = (cookies: string): readonly string[] =>
  readCookie(cookies, 'CookieConsent') === 'false' ? ['functional', 'analytics', 'marketing'] : []
