import type { Clock, Realm } from './clock.fixture.ts'

/** Something that was asked of a host, and when. */
export interface Request {
  readonly url: string
  readonly time: number
  readonly answer: () => void
}

/** What a page has asked for. Nothing is answered until a step says so. */
export class Network {
  requests: Request[] = []

  /** Takes the place of the page's own ways to reach a host. */
  install(realm: Realm, clock: Clock): void {
    const requests = (request: Request): unknown => this.requests.push(request)
    class Socket {
      static readonly CONNECTING = 0
      static readonly OPEN = 1
      static readonly CLOSING = 2
      static readonly CLOSED = 3
      readonly url: string
      readyState = Socket.OPEN
      constructor(url: string | URL) {
        this.url = String(url)
        requests({ url: this.url, time: clock.now, answer: () => undefined })
      }
      addEventListener(): void {}
      removeEventListener(): void {}
      send(): void {}
      close(): void {
        this.readyState = Socket.CLOSED
      }
    }
    const ask = (url: unknown): Promise<unknown> =>
      new realm.Promise((answer) => requests({ url: String(url), time: clock.now, answer: () => answer({ ok: true }) }))
    Object.assign(realm, { WebSocket: Socket, fetch: ask })
    if (!('Request' in realm))
      Object.assign(realm, {
        Request: class Never {
          readonly url = ''
        },
      })
  }
}
