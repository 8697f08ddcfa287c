// @vitest-environment node
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VendorController } from '../index.ts'
import { openJsdom } from './jsdom.fixture.ts'
import type { Flaw } from './site.fixture.ts'
import { walk } from './steps.fixture.ts'
import type { Surroundings } from './surroundings.fixture.ts'
import { take } from './walk.fixture.ts'

// A model that cannot fail proves nothing: each of these is a library with one fault, and is found out.

let around: Surroundings

beforeAll(() => {
  around = openJsdom()
})

/** The controllers of a runtime, each seen through something. */
const seen = (see: (controller: VendorController) => Partial<VendorController>): Flaw => ({
  runtime: (runtime) => ({ ...runtime, vendor: (id) => ({ ...runtime.vendor(id), ...see(runtime.vendor(id)) }) }),
})

const never = new AbortController().signal

const flaws: readonly (readonly [string, Flaw, RegExp])[] = [
  [
    'loads twice',
    {
      vendor: (vendor) => ({
        ...vendor,
        mount: (page: Parameters<typeof vendor.mount>[0]) => {
          void vendor.mount(page).catch(() => undefined)
          return vendor.mount(page)
        },
      }),
    },
    /two lives at once/,
  ],
  [
    'does not tell a vendor that its visit is over',
    { vendor: (vendor) => ({ ...vendor, mount: (page) => vendor.mount({ ...page, signal: never }) }) },
    /alive while|two lives/,
  ],
  [
    "takes the neighbour's keys along",
    {
      vendor: (vendor) => ({
        ...vendor,
        disclosure: {
          ...vendor.disclosure,
          storage: [
            { name: 'x-*', kind: 'session', purpose: 'session', days: 0, confidence: 'verified' },
            ...vendor.disclosure.storage,
          ],
        },
      }),
    },
    /the neighbour's key of this tab is gone|has lost a session/,
  ],
  [
    "takes the other vendor's node along",
    { vendor: (vendor) => ({ ...vendor, traces: { ...vendor.traces, nodes: ['div'] } }) },
    /has lost a node/,
  ],
  ['does not hear other tabs', { follows: false }, /is (not )?allowed:/],
  [
    'reports that nothing remains',
    seen(({ getState }) => ({
      getState: () => {
        const { report, ...state } = getState()
        return { ...state, report: report && { ...report, remaining: [] } }
      },
    })),
    /and not said so/,
  ],
  [
    'never ends a removal',
    seen(({ getState }) => ({
      getState: () => {
        const state = getState()
        return state.status === 'blocked' && state.report ? { ...state, status: 'removing' } : state
      },
    })),
    /is being removed for ever|is removing, not blocked/,
  ],
  [
    'is ready before the vendor is',
    {
      vendor: (vendor) => ({
        ...vendor,
        mount: (page) => Promise.race([vendor.mount(page), Promise.resolve().then(() => ({ leave: () => undefined }))]),
      }),
    },
    /ready without a life/,
  ],
  ['loads what was cancelled', seen(({ open }) => ({ cancel: open })), /loads though nothing asked for it/],
  [
    'widens a grant to everything',
    { store: (store) => ({ ...store, grantVendor: () => store.acceptAll() }) },
    /is allowed: category-granted|without a yes/,
  ],
  [
    'forgets to withdraw',
    { store: (store) => ({ ...store, withdrawVendor: () => undefined }) },
    /is allowed: vendor-granted/,
  ],
]

describe('the model finds a library that', { timeout: 120_000 }, () => {
  it.each(flaws)('%s', async (_, flaw, found) => {
    const { failed } = await fc.check(
      fc.asyncProperty(walk, async (steps) => {
        const { wrong } = await take(around, steps, flaw)
        if (wrong.some((what) => found.test(what))) throw new Error(wrong.join('; '))
      }),
      // A seed that finds all of them soon.
      { numRuns: 300, endOnFailure: true, seed: 16 },
    )
    expect(failed).toBe(true)
  })
})
