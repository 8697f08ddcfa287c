import { LoadFailure, type VendorFailure } from './load-failure.ts'

/** Why a load has failed, once everything is taken together that a page can know. */
export function explainFailure(
  page: Window,
  error: unknown,
  violation: string | null,
): Pick<VendorFailure, 'reason' | 'detail'> {
  const { reason, detail } = error instanceof LoadFailure ? error : ({ reason: 'vendor', detail: null } as const)
  // A policy that refuses a part of the vendor's shows as any of these.
  if (violation && reason !== 'offline') return { reason: 'csp', detail: violation }
  // What was on its way when the network went is a timeout only by name.
  if (reason === 'timeout' && !page.navigator.onLine) return { reason: 'offline', detail }
  if (reason === 'timeout' || reason === 'vendor') {
    const fault = faultOfStorage(page)
    if (fault) return { reason: 'storage', detail: fault }
  }
  return { reason, detail }
}

/** Tries the storage that the vendor needed; a page cannot see an error in another script's frame or promise. */
function faultOfStorage(page: Window): string | null {
  const key = 'askfirst.probe'
  try {
    page.localStorage.setItem(key, '0'.repeat(1_000))
    page.localStorage.removeItem(key)
    return null
  } catch (error) {
    return (error as Error).name
  }
}
