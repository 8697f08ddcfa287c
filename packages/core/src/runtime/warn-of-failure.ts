import type { FailureReason, VendorFailure } from './load-failure.ts'

const advice: Readonly<Record<FailureReason, string>> = {
  blocked: 'Open its address in a window without extensions: if it answers there, something in the browser blocks it',
  csp: 'Allow what the vendor discloses in your Content-Security-Policy, and a Trusted Types policy named "askfirst"',
  offline: 'Nothing is to be done here: the chat is tried again when the visitor asks, or when the network is back',
  timeout: 'See in the network panel what it waits for, or give more time with `timeout`',
  vendor: "Check the account's address or key, then ask the vendor",
  unavailable: "Add this site to the domains that the vendor's own settings allow",
  storage: 'Find what fills local storage on this site, or switches it off',
}

/** Says in development, once for each failed load, what the visitor is told, and what the site can do. */
export function warnOfFailure(name: string, { reason, detail, error }: VendorFailure): void {
  const what = [reason, error instanceof Error ? error.message : String(error), detail].filter(Boolean).join(': ')
  console.warn(
    `Askfirst: ${name} could not be loaded (${what}), so visitors who ask for it see why, and another way to make contact. ${advice[reason]}.`,
  )
}
