import type { TestPage } from './surroundings.fixture.ts'

/** What the site itself keeps in a page, under names that look like a vendor's. */
export class Neighbour {
  readonly #page: TestPage
  readonly #own: ReadonlyMap<string, unknown>
  readonly #node: Element
  readonly #socket: WebSocket
  readonly #before: number
  #step = '1'

  constructor(page: TestPage) {
    this.#page = page
    const { realm } = page
    this.#own = ownFunctions(page)
    this.#node = realm.document.createElement('main')
    realm.document.body.append(this.#node)
    this.#before = realm.document.getElementsByTagName('*').length
    this.#socket = new realm.WebSocket('wss://shop.test/live')
    realm.document.cookie = 'one=basket;path=/'
    Object.assign(realm, { shop: this })
    this.write()
  }

  /** Goes on working, whatever the vendors do meanwhile. */
  write(): void {
    const { localStorage, sessionStorage } = this.#page.realm
    this.#step = String(Number(this.#step) + 1)
    localStorage.setItem('one', 'basket')
    localStorage.setItem('x-theme', 'dark')
    sessionStorage.setItem('x-step', this.#step)
  }

  wrong(): readonly string[] {
    const { local, session, cookies } = this.#page.kept
    const wrong: string[] = []
    if (local.getItem('one') !== 'basket') wrong.push("the neighbour's key is gone")
    if (local.getItem('x-theme') !== 'dark') wrong.push("the neighbour's other key is gone")
    if (session.getItem('x-step') !== this.#step) wrong.push("the neighbour's key of this tab is gone")
    if (!/(^|; )one=basket/.test(cookies())) wrong.push("the neighbour's cookie is gone")
    if (!this.#node.isConnected) wrong.push("the neighbour's node is gone")
    if (this.#socket.readyState > 1) wrong.push("the neighbour's socket is closed")
    if (Reflect.get(this.#page.realm, 'shop') !== this) wrong.push("the neighbour's global is gone")
    return wrong
  }

  /** What is not as it was, on a page that every vendor has left. */
  changed(): readonly string[] {
    const { document } = this.#page.realm
    const replaced = [...ownFunctions(this.#page)].filter(([name, own]) => this.#own.get(name) !== own)
    const nodes = document.getElementsByTagName('*').length - this.#before
    return [
      ...replaced.map(([name]) => `${name} is not the page's own`),
      ...(nodes === 0 ? [] : [`${nodes} nodes more`]),
    ]
  }
}

const ownFunctions = ({ realm }: TestPage): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['WebSocket', realm.WebSocket],
    ['fetch', realm.fetch],
    ['setTimeout', realm.setTimeout],
    ['setInterval', realm.setInterval],
    ['Storage.setItem', Reflect.get(realm.Storage.prototype, 'setItem')],
    ['XMLHttpRequest.open', Reflect.get(realm.XMLHttpRequest.prototype, 'open')],
  ])
