// What each page of the model runs: the library, as a site would bundle it.
export { follow } from '../../follow.ts'
export { permission } from '../../permission.ts'
export { optIn } from '../../policies/opt-in.ts'
export { cookieStorage } from '../../storage/cookie-storage.ts'
export { createConsentStore } from '../../store.ts'
export { createVendorRuntime, LoadFailure } from '../index.ts'
