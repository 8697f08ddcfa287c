import { vi } from 'vitest'
import { start } from '../test-vendor.fixture.ts'
import { TestBrowser, TestChannel, type TestTab } from './test-tab.fixture.ts'

let browser = new TestBrowser()

const here = (): TestTab => browser.here

/** Opens a new browser, in which nothing was ever stored. Without channels, tabs are left with storage events. */
export function openBrowser(hasChannel: boolean): TestBrowser {
  browser = new TestBrowser()
  vi.setSystemTime(start)
  if (hasChannel) Object.assign(globalThis, { BroadcastChannel: Channel })
  else Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  return browser
}

class Channel extends TestChannel {
  constructor() {
    super(here())
  }
}

/** Ends what listens without the exception, its stack and all, that nobody looks at half a million times. */
class Controller extends AbortController {
  override abort(reason: unknown = 'The page goes.'): void {
    super.abort(reason)
  }
}

/** Takes the place of the globals that a store and its runtime look at, until the end of the test. */
export function installBrowser(): void {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('AbortController', Controller)
  vi.stubGlobal('performance', { timeOrigin: start, now: () => 0 })
  vi.stubGlobal('addEventListener', (...args: Parameters<TestTab['listen']>) => here().listen(...args))
  vi.stubGlobal('document', {
    get prerendering() {
      return here().prerendering
    },
    addEventListener: (...args: Parameters<TestTab['listen']>) => here().listen(...args),
    removeEventListener: (...args: Parameters<TestTab['unlisten']>) => here().unlisten(...args),
  })
  vi.stubGlobal('navigator', {
    get globalPrivacyControl() {
      return browser.signal
    },
  })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => here().session.get(key) ?? null,
    setItem: (key: string, value: string) => here().session.set(key, value),
    removeItem: (key: string) => here().session.delete(key),
  })
  vi.stubGlobal('localStorage', {
    setItem: (key: string, value: string) => browser.touch(key, value),
    removeItem: (key: string) => browser.touch(key, null),
  })
}

export function uninstallBrowser(): void {
  vi.unstubAllGlobals()
  vi.useRealTimers()
}
