import { afterEach, describe, expect, it, vi } from 'vitest'
import { LoadFailure } from './load-failure.ts'
import { loadScript, type LoadScriptOptions } from './load-script.ts'

const url = 'https://chat.acme.test/messenger.js'

const options: LoadScriptOptions = {
  window,
  admit: (asked) => asked === url,
  nonce: undefined,
  attributes: {},
  signal: new AbortController().signal,
}

const script = (): HTMLScriptElement | null => document.querySelector<HTMLScriptElement>(`script[src="${url}"]`)

afterEach(() => {
  for (const node of document.querySelectorAll('script')) node.remove()
  vi.restoreAllMocks()
})

describe('loadScript', () => {
  it('adds one script that does not hold up the page, and resolves when it has run', async () => {
    let loaded = false
    const loading = loadScript(url, options).then(() => (loaded = true))
    expect(script()?.async).toBe(true)
    await Promise.resolve()
    expect(loaded).toBe(false)
    script()?.dispatchEvent(new Event('load'))
    await loading
    expect(loaded).toBe(true)
    expect(document.querySelectorAll(`script[src="${url}"]`)).toHaveLength(1)
  })

  it('writes no text into the script', () => {
    void loadScript(url, options)
    expect(script()?.textContent).toBe('')
  })

  it('sets the attributes that the vendor reads, before the script is on the page', () => {
    const append = vi.spyOn(document.body, 'append')
    void loadScript(url, { ...options, attributes: { 'data-acme-key': 'k1', crossorigin: 'anonymous' } })
    const added = append.mock.calls[0]?.[0]
    expect(added).toBe(script())
    expect(script()?.dataset['acmeKey']).toBe('k1')
    expect(script()?.getAttribute('crossorigin')).toBe('anonymous')
  })

  it('rejects as blocked while the browser is online, and leaves no script', async () => {
    const loading = loadScript(url, options)
    script()?.dispatchEvent(new Event('error'))
    await expect(loading).rejects.toMatchObject({ reason: 'blocked' })
    await expect(loading).rejects.toBeInstanceOf(LoadFailure)
    expect(script()).toBeNull()
  })

  it('rejects as offline while it is not', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const loading = loadScript(url, options)
    script()?.dispatchEvent(new Event('error'))
    await expect(loading).rejects.toMatchObject({ reason: 'offline' })
  })

  it.each([500, 404])('rejects as the fault of the vendor when the browser lets the page see a %i', async (status) => {
    const answer = { startTime: performance.now() + 60_000, responseStatus: status }
    vi.spyOn(performance, 'getEntriesByName').mockReturnValue([answer as unknown as PerformanceEntry])
    const loading = loadScript(url, options)
    script()?.dispatchEvent(new Event('error'))
    await expect(loading).rejects.toMatchObject({ reason: 'vendor', detail: `HTTP ${status}` })
  })

  it('does not take the answer to an earlier try for this one', async () => {
    const answer = { startTime: performance.now() - 60_000, responseStatus: 500 }
    vi.spyOn(performance, 'getEntriesByName').mockReturnValue([answer as unknown as PerformanceEntry])
    const loading = loadScript(url, options)
    script()?.dispatchEvent(new Event('error'))
    await expect(loading).rejects.toMatchObject({ reason: 'blocked', detail: null })
  })

  it('rejects when it is ended, and moves the script to where it cannot run', async () => {
    const life = new AbortController()
    const loading = loadScript(url, { ...options, signal: life.signal })
    const added = script()
    life.abort()
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' })
    expect(script()).toBeNull()
    expect(added?.ownerDocument).not.toBe(document)
  })

  it('leaves a script that has run where it is', async () => {
    const life = new AbortController()
    const loading = loadScript(url, { ...options, signal: life.signal })
    script()?.dispatchEvent(new Event('load'))
    await loading
    life.abort()
    expect(script()).not.toBeNull()
  })

  it('rejects as the fault of the vendor when the script throws', async () => {
    const loading = loadScript(url, options)
    window.dispatchEvent(new ErrorEvent('error', { filename: url }))
    script()?.dispatchEvent(new Event('load'))
    await expect(loading).rejects.toMatchObject({ reason: 'vendor' })
  })

  it('does not blame the vendor for what another script throws meanwhile', async () => {
    const loading = loadScript(url, options)
    window.dispatchEvent(new ErrorEvent('error', { filename: 'https://shop.example/app.js' }))
    script()?.dispatchEvent(new Event('load'))
    await expect(loading).resolves.toBeUndefined()
  })

  it('adds nothing for an address that is not admitted', () => {
    expect(() => void loadScript('https://evil.example/messenger.js', options)).toThrow(TypeError)
    expect(document.querySelectorAll('script')).toHaveLength(0)
  })

  it('carries the nonce that it is given', () => {
    void loadScript(url, { ...options, nonce: 'r4nd0m' })
    expect(script()?.nonce).toBe('r4nd0m')
  })

  it('carries the nonce of the page where it is given none', () => {
    const own = document.createElement('script')
    own.setAttribute('nonce', 'fr0m-page')
    own.nonce = 'fr0m-page'
    document.head.append(own)
    void loadScript(url, options)
    expect(script()?.nonce).toBe('fr0m-page')
  })

  it('carries none where the page has none', () => {
    void loadScript(url, options)
    expect(script()?.nonce).toBe('')
  })
})
