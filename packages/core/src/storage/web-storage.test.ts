import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from './memory-storage.ts'
import { webStorage } from './web-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('webStorage', () => {
  it('reads nothing where nothing is stored', () => {
    expect(webStorage().read()).toBeNull()
  })

  it('reads back what it wrote, from local storage by default', () => {
    webStorage().write('v=1')
    expect(webStorage().read()).toBe('v=1')
    expect(localStorage.getItem('askfirst')).toBe('v=1')
    expect(webStorage('sessionStorage').read()).toBeNull()
  })

  it('takes the other area and another key', () => {
    webStorage('sessionStorage', 'choices').write('v=1')
    expect(sessionStorage.getItem('choices')).toBe('v=1')
    expect(localStorage).toHaveLength(0)
  })

  it('touches nothing when it is made', () => {
    vi.stubGlobal('localStorage', undefined)
    const storage = webStorage()
    expect(() => storage.read()).toThrow(TypeError)
  })
})

describe('memoryStorage', () => {
  it('begins with what it is given, and keeps what is written', () => {
    expect(memoryStorage().read()).toBeNull()
    const storage = memoryStorage('reject-all')
    expect(storage.read()).toBe('reject-all')
    storage.write('v=1')
    expect(storage.read()).toBe('v=1')
    expect(memoryStorage().read()).toBeNull()
  })
})
