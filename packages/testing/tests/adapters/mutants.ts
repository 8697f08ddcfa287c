import type { ChatDriver, ChatVendor, VendorPage } from '@askfirst/core/runtime'
import { vendor as parley } from './parley.ts'

// Adapters that are wrong in one way each.

const broken =
  (change: (vendor: ChatVendor<'parley'>) => Partial<ChatVendor<'parley'>>) => (): ChatVendor<'parley'> => ({
    ...parley,
    ...change(parley),
  })

/** Mounts as the sound adapter does, and something more. */
const mounting = (more: (page: VendorPage, driver: ChatDriver) => Partial<ChatDriver> | void) =>
  broken(({ mount }) => ({
    async mount(page) {
      const driver = await mount(page)
      return { ...driver, ...more(page, driver) }
    },
  }))

export const connectsEarly = broken(() => {
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'https://cdn.parley.test' }),
  )
  return {}
})

export const storesEarly = broken(() => {
  localStorage.setItem('parley.visitor', '7')
  return {}
})

export const readyTooEarly = broken(() => ({
  async mount({ window, script }) {
    await script('https://cdn.parley.test/parley.js')
    const late = window as unknown as { Parley?: { expand: () => void; isExpanded: () => boolean } }
    return {
      open: () => setTimeout(() => late.Parley?.expand(), 1_000),
      close: () => undefined,
      show: () => undefined,
      hide: () => undefined,
      visibility: () => (late.Parley?.isExpanded() ? 'open' : 'closed'),
      focus: () => undefined,
      identify: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      on: () => undefined,
    }
  },
}))

export const loadsTwice = mounting(({ script }) => void script('https://cdn.parley.test/parley.js'))

export const losesClicks = mounting(() => ({ open: () => undefined }))

export const hidesHosts = mounting(
  () => void fetch('https://count.elsewhere.test/', { mode: 'no-cors' }).catch(() => undefined),
)

export const leavesKey = mounting(() => localStorage.setItem('left-behind', '1'))

export const leavesGlobal = mounting(({ window }) => void Object.assign(window, { parleyQueue: [] }))

export const writesAgain = mounting(() => void setInterval(() => localStorage.setItem('parley.visitor', '7'), 20))

export const comesLate = broken(({ mount }) => ({
  mount(page) {
    setInterval(() => document.body.append(document.createElement('iframe')), 200)
    return mount(page)
  },
}))

export const livesOnce = broken(({ mount }) => {
  let lives = 0
  return { mount: (page) => (lives++ ? Promise.reject(new Error('only once')) : mount(page)) }
})

export const clearsStorage = mounting(() => ({ leave: () => localStorage.clear() }))

export const hidesFailure = broken(({ mount }) => ({
  mount: (page) => mount(page).catch(() => ({}) as ChatDriver), // what it should not do
}))
