import type { BrowserContext, Page, Route } from '@playwright/test'
import type { Vendor } from '@askfirst/core'
import { refuseByPolicy } from './refuse-by-policy.ts'
import { fillStorage } from './fill-storage.ts'
import { isAddressOf } from './vendor-address.ts'

/**
 * `blocked`: by an ad blocker. `csp`: by the page's policy. `dns`: the host has no address. `http-500`: the host is in
 * trouble. `never-ready`: its scripts arrive and do nothing. `throws`: its scripts throw. `allowed-elsewhere`: its scripts
 * run, but this site is not on its list. `offline`: there is no network. `quota-exceeded`: the site's storage is full.
 */
export type Failure =
  | 'blocked'
  | 'csp'
  | 'dns'
  | 'http-500'
  | 'never-ready'
  | 'throws'
  | 'allowed-elsewhere'
  | 'offline'
  | 'quota-exceeded'

export interface SimulateFailureOptions {
  /** Whose addresses fail: a vendor by the domains it discloses, or a test for addresses. */
  readonly of: Pick<Vendor, 'disclosure'> | ((url: URL) => boolean)
  /** How many tries fail; the next succeeds. A try begins with the vendor's first script. @default Infinity */
  readonly times?: number | undefined
}

/** A failure at work. */
export interface SimulatedFailure {
  /** How many scripts of the vendor were asked for. */
  readonly tries: () => number
  /** Ends it: the network is back, the blocker is off. A page keeps its policy until it loads again. */
  readonly stop: () => Promise<void>
}

type Answer = (route: Route) => Promise<unknown>

const abort =
  (code: string): Answer =>
  (route) =>
    route.abort(code)

const isScript = (route: Route): boolean => route.request().resourceType() === 'script'

const script =
  (body: string): Answer =>
  (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body,
    })

const refuse: Answer = (route) =>
  route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: 'Not on this site' })

const answers: Readonly<Record<Exclude<Failure, 'csp' | 'quota-exceeded'>, Answer>> = {
  blocked: abort('blockedbyclient'),
  dns: abort('namenotresolved'),
  offline: abort('internetdisconnected'),
  'http-500': (route) =>
    route.fulfill({ status: 500, headers: { 'access-control-allow-origin': '*' }, body: 'Out of order' }),
  throws: (route) =>
    isScript(route) ? script('throw new Error("Thrown by a simulated failure")')(route) : route.fallback(),
  // What is no script is never asked for: nothing that would ask is running.
  'never-ready': (route) => (isScript(route) ? script('/* It arrives, and does nothing. */')(route) : route.fallback()),
  'allowed-elsewhere': (route) => (isScript(route) ? route.fallback() : refuse(route)),
}

/** Makes a vendor fail in one way, on a page that is open or about to load. */
export async function simulateFailure(
  target: Page | BrowserContext,
  failure: Failure,
  { of, times = Infinity }: SimulateFailureOptions,
): Promise<SimulatedFailure> {
  const context = 'context' in target ? target.context() : target
  const isVendors = typeof of === 'function' ? of : isAddressOf(of)
  let tries = 0
  const count = (route: Route): void => {
    if (isScript(route)) tries++
  }

  if (failure === 'csp' || failure === 'quota-exceeded') {
    const counting = (route: Route) => {
      count(route)
      return route.fallback()
    }
    await target.route(isVendors, counting)
    const end = await (failure === 'csp' ? refuseByPolicy : fillStorage)(target)
    return {
      tries: () => tries,
      async stop() {
        await end()
        await target.unroute(isVendors, counting)
      },
    }
  }

  const answer = async (route: Route): Promise<void> => {
    count(route)
    await (tries > times ? route.fallback() : answers[failure](route))
  }
  await target.route(isVendors, answer)
  if (failure === 'offline') await context.setOffline(true)
  return {
    tries: () => tries,
    async stop() {
      await target.unroute(isVendors, answer)
      if (failure === 'offline') await context.setOffline(false)
    },
  }
}
