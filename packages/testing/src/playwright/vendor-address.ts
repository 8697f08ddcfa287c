import type { Vendor } from '@askfirst/core'

/** A test for addresses of a vendor, by the domains that it discloses. */
export function isAddressOf({ disclosure }: Pick<Vendor, 'disclosure'>): (url: URL) => boolean {
  const patterns = disclosure.domains.map((domain) => {
    const escaped = domain.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/^\*/, '[^/]+')
    return new RegExp(`^${escaped}(?:/|$)`)
  })
  return ({ host, pathname }) => patterns.some((pattern) => pattern.test(host + pathname))
}
