/** The shop's own key. It is written after a yes to "Functional" only, and removed with it. */
const key = 'recent-plants'

const most = 4

/** Slugs of the plants looked at, the latest first. */
export function readPlants(): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean)
  } catch {
    return [] // Blocked storage remembers nothing.
  }
}

export function rememberPlant(slug: string): void {
  try {
    const recent = [slug, ...readPlants().filter((other) => other !== slug)]
    localStorage.setItem(key, recent.slice(0, most + 1).join(' '))
  } catch {
    // Blocked storage: the list stays empty.
  }
}

export function forgetPlants(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
