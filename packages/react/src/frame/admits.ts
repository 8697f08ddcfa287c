import { mistake, type Vendor } from '@askfirst/core'
import { addressMatcher, type Traces } from '@askfirst/core/runtime'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Whether an address is one of the vendor's pages: what a visitor allows one vendor is not another's. In development it
 * throws instead of saying no. On a server nothing is shown, so nothing is asked.
 */
export function admits(vendor: Vendor & { readonly traces?: Traces }, src: string): boolean {
  const pages = vendor.traces?.domains ?? vendor.disclosure.domains
  if (typeof document === 'undefined' || addressMatcher(pages)(src)) return true
  if (process.env.NODE_ENV === 'production') return false
  throw mistake(`"${src}" is no page of ${vendor.name}`, [
    'so what visitors allow there would be given to somebody else',
    `Use an address below ${pages.join(' or ')}; or register the vendor that it belongs to`,
  ])
}
