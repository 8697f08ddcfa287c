import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressMatcher } from './address.ts'
import { createAuthor } from './author.ts'
import { watchRequests } from './watch-requests.ts'

const author = createAuthor(addressMatcher(['chat.acme.test']), '')

class FakeRequest extends EventTarget {
  readonly upload = new EventTarget()
  sent: readonly unknown[] = []
  aborted = 0
  onloadend: unknown = null

  send(...values: readonly unknown[]): void {
    this.sent = values
  }

  abort(): void {
    this.aborted++
    this.dispatchEvent(new Event('loadend'))
  }
}

type Call = (page: typeof globalThis, input: string | URL | Request, init?: RequestInit) => Promise<Response>

const from = (address: string): Call =>
  runInThisContext('(page, input, init) => page.fetch(input, init)', { filename: address })

const vendorFetches = from('https://chat.acme.test/messenger.js')

const hostFetches = from('https://shop.example/app.js')

const vendorSends: (request: object) => void = runInThisContext('(request) => request.send("body")', {
  filename: 'https://chat.acme.test/messenger.js',
})

let answers: ((response: Response) => void)[]

let page: Window & typeof globalThis

/** Whether a promise has come to anything. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const nothing = Symbol('nothing')
  const later = new Promise((resolve) => setTimeout(() => resolve(nothing)))
  const first = await Promise.race([promise, later]).catch(() => 'failed')
  return first !== nothing
}

beforeEach(() => {
  answers = []
  page = {
    document,
    Request,
    XMLHttpRequest: class extends FakeRequest {},
    fetch: vi.fn<typeof fetch>(() => new Promise((resolve) => answers.push(resolve))),
  } as unknown as typeof page // all of a page that is read
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('watchRequests', () => {
  it.each([
    ['an address', 'https://elsewhere.test/settings'],
    ['a URL', new URL('https://elsewhere.test/settings')],
    ['a request', new Request('https://elsewhere.test/settings')],
  ])('breaks off what the vendor fetches by %s, wherever it goes', async (_, input) => {
    const { fetch } = page
    const requests = watchRequests(page, author)
    const answer = vendorFetches(page, input)
    expect(requests.sweep()).toEqual([{ kind: 'request', name: 'https://elsewhere.test/settings' }])
    const { signal } = vi.mocked(fetch).mock.calls[0]?.[1] ?? {}
    expect(signal?.aborted).toBe(true)
    answers[0]?.(new Response())
    expect(await isSettled(answer), 'the script hears nothing').toBe(false)
    expect(requests.find()).toEqual([])
  })

  it('lets the vendor break it off itself', () => {
    const { fetch } = page
    watchRequests(page, author)
    const own = new AbortController()
    void vendorFetches(page, '/settings', { signal: own.signal })
    own.abort()
    expect(vi.mocked(fetch).mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
  })

  it('lets answers and failures through while the vendor may stay', async () => {
    watchRequests(page, author)
    const answer = vendorFetches(page, 'https://chat.acme.test/settings')
    answers[0]?.(new Response('ok'))
    await expect(answer.then((response) => response.text())).resolves.toBe('ok')
    Object.assign(page, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
    watchRequests(page, author)
    await expect(vendorFetches(page, 'https://chat.acme.test/settings')).rejects.toThrow('Failed to fetch')
  })

  it('breaks off an XMLHttpRequest of the vendor, without telling it', () => {
    const requests = watchRequests(page, author)
    const request = new page.XMLHttpRequest() as unknown as FakeRequest
    const onEnd = vi.fn<() => void>()
    request.onloadend = onEnd
    vendorSends(request)
    expect(request.sent).toEqual(['body'])
    expect(requests.sweep()).toEqual([{ kind: 'request', name: 'XMLHttpRequest' }])
    expect(request.aborted).toBe(1)
    expect(request.onloadend).toBeNull()
    expect(requests.sweep()).toEqual([])
  })

  it('leaves alone what has been answered', async () => {
    const requests = watchRequests(page, author)
    const request = new page.XMLHttpRequest() as unknown as FakeRequest
    vendorSends(request)
    request.dispatchEvent(new Event('loadend'))
    const answer = vendorFetches(page, '/settings')
    answers[0]?.(new Response())
    await answer
    expect(requests.sweep()).toEqual([])
    expect(request.aborted).toBe(0)
  })

  it('leaves the requests of the page alone, also those to the vendor', async () => {
    const { fetch } = page
    const requests = watchRequests(page, author)
    const fetching = hostFetches(page, 'https://chat.acme.test/status', { method: 'POST' })
    expect(fetch).toHaveBeenCalledWith('https://chat.acme.test/status', { method: 'POST' })
    expect(requests.sweep()).toEqual([])
    answers[0]?.(new Response('ok'))
    await expect(fetching.then((response) => response.text())).resolves.toBe('ok')
    const request = new page.XMLHttpRequest() as unknown as FakeRequest
    request.send('own')
    expect(requests.sweep()).toEqual([])
    expect([request.sent, request.aborted]).toEqual([['own'], 0])
  })

  it('gives fetch and send back', () => {
    const own = { fetch: page.fetch, send: page.XMLHttpRequest.prototype.send }
    const requests = watchRequests(page, author)
    expect(page.fetch).not.toBe(own.fetch)
    requests.stop()
    expect(page.fetch).toBe(own.fetch)
    expect(page.XMLHttpRequest.prototype.send).toBe(own.send)
  })
})
