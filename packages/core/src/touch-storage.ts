/** A key that comes and goes makes a storage event in each other tab of this site, where there is no channel to them. */
export function touchStorage(message = ''): void {
  try {
    localStorage.setItem('askfirst.tabs', message)
    localStorage.removeItem('askfirst.tabs')
  } catch {
    // Blocked storage: the other tabs look when they are shown again.
  }
}
