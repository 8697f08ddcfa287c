import { kustomerChatKey, standInHosts } from '@askfirst/testing'
import { kayako } from '@askfirst/vendors/kayako'
import { kustomer } from '@askfirst/vendors/kustomer'
import { filmVendor } from '../films/film-vendor.ts'
import { chatAccount } from './chat-account.ts'

const env = import.meta.env

export const account = chatAccount(new URLSearchParams(location.search), env)

const isStandIn = account.service === 'stand-in'

/** The real loader writes its frame with `document.write`, which the preview's Trusted Types refuse. */
const switches = env.DEV ? {} : ({ frame: 'dom' } as const)

/** The shop's chat. `acme` and the key without a signature belong to nobody. */
export const chat =
  account.vendor === 'kustomer'
    ? kustomer({
        apiKey: env.VITE_KUSTOMER_KEY ?? kustomerChatKey(),
        brandId: env.VITE_KUSTOMER_BRAND,
        // The shop sends no prompts, so its chat keeps the vendor's own button.
        prompts: 'functional',
        hosts: isStandIn ? standInHosts.kustomer(location.origin) : undefined,
      })
    : kayako({
        subdomain: env.VITE_KAYAKO_SUBDOMAIN ?? 'acme',
        hosts: isStandIn ? standInHosts.kayako(location.origin, switches) : undefined,
      })

/** Everything on this site that has to ask first. */
export const vendors = [chat, filmVendor] as const

declare module '@askfirst/react' {
  interface Register {
    vendors: typeof vendors
  }
}
