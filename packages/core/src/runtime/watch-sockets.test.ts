import { beforeEach, describe, expect, it } from 'vitest'
import { addressMatcher } from './address.ts'
import { createAuthor } from './author.ts'
import { watchSockets } from './watch-sockets.ts'

class FakeWebSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly url: string
  readonly protocol: string
  readyState = FakeWebSocket.OPEN

  constructor(url: string | URL, protocol = '') {
    this.url = new URL(url).href
    this.protocol = protocol
  }

  close(): void {
    this.readyState = FakeWebSocket.CLOSED
  }
}

type Page = typeof globalThis & Window

const isVendors = addressMatcher(['chat.acme.test', '*.acme.live'])

let page: Page

const watch = (matches: (url: string) => boolean) => watchSockets(page, createAuthor(matches, ''), matches)

beforeEach(() => {
  page = { WebSocket: FakeWebSocket } as unknown as Page // all of a page that is read
})

describe('watchSockets', () => {
  it('closes the sockets to the hosts of the vendor, and names them', () => {
    const sockets = watch(isVendors)
    const first = new page.WebSocket('wss://chat.acme.test/socket')
    const second = new page.WebSocket('wss://eu.acme.live/')
    expect(sockets.sweep()).toEqual([
      { kind: 'socket', name: 'wss://chat.acme.test/socket' },
      { kind: 'socket', name: 'wss://eu.acme.live/' },
    ])
    expect([first.readyState, second.readyState]).toEqual([3, 3])
  })

  it('leaves the sockets of the page and of others open', () => {
    const before = new page.WebSocket('wss://chat.acme.test/socket')
    const sockets = watch(isVendors)
    const own = new page.WebSocket('wss://shop.example/live')
    const lookAlike = new page.WebSocket('wss://chat.acme.test.evil.example/')
    expect(sockets.sweep()).toEqual([])
    expect([before.readyState, own.readyState, lookAlike.readyState]).toEqual([1, 1, 1])
  })

  it('closes one that is still connecting, and not one that is closed already', () => {
    const sockets = watch(isVendors)
    const connecting = new page.WebSocket('wss://chat.acme.test/1')
    Object.assign(connecting, { readyState: 0 })
    const closed = new page.WebSocket('wss://chat.acme.test/2')
    closed.close()
    expect(sockets.sweep()).toEqual([{ kind: 'socket', name: 'wss://chat.acme.test/1' }])
    expect(connecting.readyState).toBe(3)
    expect(sockets.sweep()).toEqual([])
  })

  it('changes nothing for the page: arguments, constants and classes stay as they were', () => {
    watch(isVendors)
    const socket = new page.WebSocket('wss://shop.example/live', 'v2')
    expect(socket.url).toBe('wss://shop.example/live')
    expect(socket.protocol).toBe('v2')
    expect(socket).toBeInstanceOf(FakeWebSocket)
    expect(socket).toBeInstanceOf(page.WebSocket)
    expect(page.WebSocket.OPEN).toBe(1)
    expect(() => new page.WebSocket('no address')).toThrow(TypeError)
  })

  it('puts the WebSocket of the page back', () => {
    const sockets = watch(isVendors)
    expect(page.WebSocket).not.toBe(FakeWebSocket)
    sockets.stop()
    expect(page.WebSocket).toBe(FakeWebSocket)
  })

  it('goes on watching for a vendor that stays when another leaves', () => {
    const first = watch(isVendors)
    const second = watch(addressMatcher(['other.test']))
    first.stop()
    void new page.WebSocket('wss://other.test/')
    expect(second.sweep()).toEqual([{ kind: 'socket', name: 'wss://other.test/' }])
  })

  it('does not undo what somebody else has put over it', () => {
    const sockets = watch(isVendors)
    const other = class extends page.WebSocket {}
    page.WebSocket = other
    sockets.stop()
    expect(page.WebSocket).toBe(other)
  })

  it.each(['in the order in which they came', 'in the other order'])(
    'puts the WebSocket of the page back after two vendors have left %s',
    (order) => {
      const first = watch(isVendors)
      const second = watch(addressMatcher(['other.test']))
      const [one, two] = order === 'in the other order' ? [second, first] : [first, second]
      one.stop()
      two.stop()
      expect(page.WebSocket).toBe(FakeWebSocket)
    },
  )
})
