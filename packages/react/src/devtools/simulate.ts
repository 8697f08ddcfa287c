import { createConsentStore, serializeRecord, type ConsentStore, type Vendor } from '@askfirst/core'
import { LoadFailure, type FailureReason, type LoadableVendor } from '@askfirst/core/runtime'

/** Sends Global Privacy Control, or no longer; the browser's own is back with the next page. */
export function simulateSignal(store: ConsentStore, isSent: boolean): void {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: isSent, configurable: true })
  store.refresh()
}

/** Takes a vendor out of what the visitor has been told about, as if the site had added it since. */
export function simulateNewVendor(store: ConsentStore, { id }: Vendor): void {
  const { record } = store.getState()
  if (!record) return
  const disclosed = new Set([...record.disclosed].filter((name) => name !== id))
  const vendors = new Map([...record.vendors].filter(([name]) => name !== id))
  const before = { ...record, disclosed, vendors }
  store.storage.write(serializeRecord(before))
  store.configure({ record: before })
  store.refresh()
}

/** Decides as a visitor in another tab of this site would. */
export function simulateOtherTab(store: ConsentStore, isYes: boolean): void {
  const { vendors, categories, policy, revision, locale } = store.getState()
  const tab = createConsentStore({
    vendors: [...vendors.values()],
    categories: [...categories],
    policy,
    revision,
    locale,
    storage: store.storage,
  })
  tab.refresh()
  if (isYes) tab.acceptAll()
  else tab.rejectAll()
  store.refresh()
}

const originals = new WeakMap<Vendor, LoadableVendor['mount']>()

/** Lets every load of a vendor fail for a reason, until `null` puts it right. */
export function simulateFailure(vendor: Vendor, reason: FailureReason | null): void {
  const loadable = vendor as { -readonly [Key in keyof LoadableVendor]: LoadableVendor[Key] } // the panel offers it for these alone
  const original = originals.get(vendor) ?? loadable.mount
  originals.set(vendor, original)
  loadable.mount = reason ? () => Promise.reject(new LoadFailure(reason, `Simulated: ${reason}`)) : original
}
