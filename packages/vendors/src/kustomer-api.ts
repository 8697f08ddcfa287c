/** The organisation's own API address, as the key's payload names it; `undefined` where the key cannot be read. */
export function apiOf(apiKey: string): string | undefined {
  try {
    const payload = apiKey.split('.')[1] ?? ''
    const { orgName, pod } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
    if (orgName && /^[\w-]+$/.test(orgName)) {
      return `https://${orgName}.api.${pod === 'prod2' ? 'prod2.' : ''}kustomerapp.com`
    }
  } catch {
    // Not a key that we can read: its host is disclosed as any of the vendor's.
  }
  return undefined
}
