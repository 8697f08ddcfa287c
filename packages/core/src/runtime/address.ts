/**
 * A test for addresses of a vendor. A domain is a host, with a path where it shares the host with others;
 * `*.` in front stands for any host below. The scheme does not matter, so sockets match too.
 */
export function addressMatcher(domains: readonly string[]): (url: string) => boolean {
  const patterns = domains.map((domain) => {
    const escaped = domain.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/^\*/, '[^/]+')
    return new RegExp(`^${escaped}(?:/|$)`)
  })
  return (url) => {
    const address = URL.canParse(url, document.baseURI) && new URL(url, document.baseURI)
    return (
      address &&
      /^(http|ws)s?:$/.test(address.protocol) &&
      patterns.some((pattern) => pattern.test(address.host + address.pathname))
    )
  }
}
