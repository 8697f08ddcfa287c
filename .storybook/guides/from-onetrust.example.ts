import { readCookie } from '@askfirst/core'

/** Your groups there, and what they are called here. */
const names = { C0002: 'analytics', C0003: 'functional', C0004: 'marketing' }

/** `groups` has a 0 also for what nobody has answered yet, so the other cookie has to say that somebody did. */
export function refused(cookies: string): readonly string[] {
  if (!readCookie(cookies, 'OptanonAlertBoxClosed')) return []
  const groups = new URLSearchParams(readCookie(cookies, 'OptanonConsent')).get('groups')?.split(',') ?? []
  return Object.entries(names).flatMap(([theirs, ours]) => (groups.includes(`${theirs}:0`) ? [ours] : []))
}
