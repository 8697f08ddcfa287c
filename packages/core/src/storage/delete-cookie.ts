/**
 * A cookie goes only with the domain, path and partition it was set with, and a page cannot read which. So every
 * parent domain is tried; of a public suffix, as `co.uk`, no browser takes a cookie, so that those tries do nothing.
 */
export function deleteCookie({ document, location }: Window, name: string, more = ''): void {
  const labels = location.hostname.split('.')
  const domains = ['', ...labels.map((_, start) => `; Domain=${labels.slice(start).join('.')}`)]
  const steps = location.pathname.split('/')
  const paths = steps.flatMap((_, end) => {
    const path = steps.slice(0, end + 1).join('/')
    return [path || '/', `${path}/`]
  })
  for (const domain of domains) {
    for (const path of new Set(paths)) {
      const expired = `${name}=; Max-Age=0; Path=${path}${domain}${more}`
      document.cookie = expired
      document.cookie = `${expired}; Secure; SameSite=None; Partitioned`
    }
  }
}
