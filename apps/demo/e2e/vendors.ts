import type { BrowserContext, Route } from '@playwright/test'
import { standInKayako, standInKustomer } from '@askfirst/testing/playwright'
import type { StandInEntry } from '@askfirst/testing/playwright'

/**
 * How a vendor's service behaves: `never-ready` runs its loader, whose API then never comes to life; `unavailable` gets
 * ready, but does not show itself on this site; `needs-storage` throws where it can store nothing.
 */
export type Behaviour = 'works' | 'fails' | 'throws' | 'never-ready' | 'unavailable' | 'needs-storage'

/** One stand-in at work, whichever vendor it stands in for. */
export interface Service {
  readonly log: readonly StandInEntry[]
  readonly openSockets: () => readonly StandInEntry[]
  readonly behave: (behaviour: Behaviour) => Promise<void>
  /** Fills its frame as a page under Trusted Types allows, which refuses `document.write`. */
  readonly fillFrameThroughDom: () => void
  /** Sets the cookies that a public write-up claims, from the next load on. Returns their names. */
  readonly setCookiesAsClaimedBy: (writeUp: string) => readonly string[]
}

/** What differs between the vendors. */
export interface Vendor {
  readonly id: string
  readonly name: string
  /** Makes the demo use this chat. */
  readonly search: string
  /** The first script of the vendor, at its real address. */
  readonly loader: string
  /** Whether its server lets the page see the status of its first script. */
  readonly showsStatus: boolean
  /** What the loader asks for next, by the end of its address' path. */
  readonly next: string
  readonly frame: string
  readonly globals: readonly string[]
  /** Keys that its stand-in writes on load: some that the disclosure names, and one that nobody has published. */
  readonly keys: readonly string[]
  readonly writeUps: readonly string[]
  readonly standIn: (context: BrowserContext) => Promise<Service>
}

/** The stand-ins' default leaves time to watch the agent type. */
const replyDelay = 50

const kayako: Vendor = {
  id: 'kayako',
  name: 'Kayako',
  search: '',
  loader: 'https://acme.kayakocdn.com/messenger',
  showsStatus: true,
  next: '/settings/current',
  frame: '#kayako-messenger-frame',
  globals: ['kayako'],
  keys: ['kayako:messenger:https://acme.kayako.com/api/v1:settings/current', 'kayako_stand_in_fingerprint'],
  writeUps: ['ConsentStack'],
  standIn: async (context) => {
    const { log, openSockets, set } = await standInKayako(context, { subdomain: 'acme', replyDelay })
    return {
      log,
      openSockets,
      behave: async (behaviour) =>
        set({
          loader: behaviour === 'needs-storage' ? 'works' : behaviour,
          storage: behaviour === 'needs-storage' ? 'required' : 'optional',
        }),
      fillFrameThroughDom: () => set({ frame: 'dom' }),
      setCookiesAsClaimedBy: () => {
        set({ cookie: true })
        return ['kayako_stand_in_visitor']
      },
    }
  },
}

const kustomer: Vendor = {
  id: 'kustomer',
  name: 'Kustomer',
  search: '?vendor=kustomer',
  loader: 'https://cdn.kustomerapp.com/chat-web/widget.js',
  showsStatus: false,
  next: '/core.js',
  frame: '#kustomer-ui-sdk-iframe',
  globals: ['Kustomer', 'KustomerCore'],
  keys: ['kustomer_stand_in_tracking', 'stand_in_widget_ui'],
  writeUps: ['ConsentStack', 'FlowConsent'],
  standIn: async (context) => {
    const { log, openSockets, set } = await standInKustomer(context, { replyDelay })
    const sdk = 'https://cdn.kustomerapp.com/chat-web/core.js'
    const held: Route[] = []
    return {
      log,
      openSockets,
      behave: async (behaviour) => {
        set({
          widget: behaviour === 'fails' || behaviour === 'throws' ? behaviour : 'works',
          authorizedDomains: behaviour === 'unavailable' ? ['elsewhere.example'] : [],
          storage: behaviour === 'needs-storage' ? 'required' : 'optional',
        })
        if (behaviour === 'never-ready') await context.route(sdk, (route) => void held.push(route))
        else await context.unroute(sdk)
        // A network gives up what hangs. Until it does, Chromium waits for that one instead of asking again.
        for (const route of held.splice(0)) await route.abort('timedout')
      },
      fillFrameThroughDom: () => undefined, // It never writes.
      setCookiesAsClaimedBy: (writeUp) => {
        const cookies = writeUp === 'FlowConsent' ? 'flowconsent' : 'consentstack'
        set({ cookies })
        return cookies === 'consentstack'
          ? ['kustomer-identity']
          : ['kustomer-client-id', 'kustomer-session-id', 'kustomer-visitor-id']
      },
    }
  },
}

export const vendors: readonly Vendor[] = [kayako, kustomer]
