import { readCookie } from '@askfirst/core'

/** Your category names there, and what they are called here. */
const names = { functionality: 'functional', analytics: 'analytics', ads: 'marketing' }

/** Its cookie lists what was accepted: what is missing was refused. */
export function refused(cookies: string): readonly string[] {
  const accepted = acceptedIn(readCookie(cookies, 'cc_cookie'))
  if (!accepted) return []
  return Object.entries(names).flatMap(([theirs, ours]) => (accepted.includes(theirs) ? [] : [ours]))
}

function acceptedIn(text: string): readonly unknown[] | null {
  try {
    const { categories } = JSON.parse(decodeURIComponent(text)) as { readonly categories?: unknown }
    return Array.isArray(categories) ? categories : null
  } catch {
    return null
  }
}
