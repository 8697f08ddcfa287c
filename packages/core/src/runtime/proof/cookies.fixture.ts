import type { Realm } from './clock.fixture.ts'

/** One jar for all pages that it is given to. jsdom's own reads an address at every look, which ten thousand walks have no time for. */
export function openJar(): (realm: Realm) => void {
  const jar = new Map<string, string>()
  const cookie = {
    configurable: true,
    get: () => Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '),
    set(text: string) {
      const [pair = '', ...attributes] = text.toLowerCase().split(/; */)
      // All are set without a domain and for the whole site, so that no other can be meant.
      if (attributes.some((attribute) => attribute.startsWith('domain=')) || !attributes.includes('path=/')) return
      const name = pair.slice(0, pair.indexOf('='))
      if (attributes.includes('max-age=0')) jar.delete(name)
      else jar.set(name, text.slice(name.length + 1).split(';')[0] ?? '')
    },
  }
  return (realm) => void Object.defineProperty(realm.Document.prototype, 'cookie', cookie)
}
