import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressMatcher } from './address.ts'
import { watchRequests } from './watch-requests.ts'

const isVendors = addressMatcher(['chat.acme.test'])

class FakeRequest extends EventTarget {
  opened: readonly unknown[] = []

  open(...values: readonly unknown[]): void {
    this.opened = values
  }
}

let answers: ((response: Response) => void)[]

let page: Window & typeof globalThis

/** Whether what was on its way has arrived. */
async function isSettled(requests: ReturnType<typeof watchRequests>): Promise<boolean> {
  let settled = false
  void requests.settled().then(() => (settled = true))
  // An answer is given a moment to lead to the next question.
  await new Promise((resolve) => setTimeout(resolve, 80))
  return settled
}

beforeEach(() => {
  answers = []
  page = {
    document,
    performance,
    XMLHttpRequest: class extends FakeRequest {},
    fetch: vi.fn<() => Promise<Response>>(() => new Promise((resolve) => answers.push(resolve))),
  } as unknown as typeof page // all of a page that is read
})

afterEach(() => {
  document.body.replaceChildren()
})

describe('watchRequests', () => {
  it('waits for nothing where the vendor has asked for nothing', async () => {
    expect(await isSettled(watchRequests(page, isVendors))).toBe(true)
  })

  it.each([
    ['an address', 'https://chat.acme.test/settings'],
    ['a URL', new URL('https://chat.acme.test/settings')],
    ['a request', new Request('https://chat.acme.test/settings')],
  ])('waits for what was fetched from the vendor by %s', async (_, input) => {
    const requests = watchRequests(page, isVendors)
    void page.fetch(input)
    expect(await isSettled(requests)).toBe(false)
    answers[0]?.(new Response())
    expect(await isSettled(requests)).toBe(true)
  })

  it('waits no longer for a fetch that failed', async () => {
    Object.assign(page, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
    const requests = watchRequests(page, isVendors)
    await expect(page.fetch('https://chat.acme.test/settings')).rejects.toThrow('Failed to fetch')
    expect(await isSettled(requests)).toBe(true)
  })

  it('waits for an XMLHttpRequest to the vendor', async () => {
    const requests = watchRequests(page, isVendors)
    const request = new page.XMLHttpRequest()
    request.open('GET', 'https://chat.acme.test/settings')
    expect(await isSettled(requests)).toBe(false)
    request.dispatchEvent(new Event('loadend'))
    expect(await isSettled(requests)).toBe(true)
  })

  it('does not wait for what the page asks of others', async () => {
    const requests = watchRequests(page, isVendors)
    void page.fetch('https://shop.example/cart')
    void page.fetch('/cart')
    new page.XMLHttpRequest().open('GET', 'https://chat.acme.test.evil.example/')
    expect(await isSettled(requests)).toBe(true)
  })

  it('waits for a script of the vendor that has not arrived', async () => {
    const script = document.createElement('script')
    script.src = 'https://chat.acme.test/messenger.js'
    document.body.append(script)
    const requests = watchRequests(page, isVendors)
    const settled = requests.settled()
    script.remove()
    script.dispatchEvent(new Event('load'))
    await expect(settled).resolves.toBeUndefined()
  })

  it('changes nothing for the page: arguments and answers pass through', async () => {
    const own = page.fetch
    watchRequests(page, isVendors)
    const fetching = page.fetch('/cart', { method: 'POST' })
    answers[0]?.(new Response('ok'))
    await expect(fetching.then((response) => response.text())).resolves.toBe('ok')
    expect(own).toHaveBeenCalledWith('/cart', { method: 'POST' })
    const request = new page.XMLHttpRequest()
    request.open('POST', '/cart', true, 'ann', 'secret')
    expect((request as unknown as FakeRequest).opened).toEqual(['POST', '/cart', true, 'ann', 'secret'])
  })

  it('gives fetch and open back', () => {
    const own = { fetch: page.fetch, open: page.XMLHttpRequest.prototype.open.name }
    const requests = watchRequests(page, isVendors)
    expect(page.fetch).not.toBe(own.fetch)
    requests.stop()
    expect(page.fetch).toBe(own.fetch)
    expect(Object.hasOwn(page.XMLHttpRequest.prototype, 'open') && page.XMLHttpRequest.prototype.open.name).toBe(
      own.open,
    )
  })
})
