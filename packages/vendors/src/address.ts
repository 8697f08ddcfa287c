/** Host and path of an address, as disclosures name what is contacted; an origin is its host alone. */
export function domainOf(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname.replace(/\/$/, '')
}
