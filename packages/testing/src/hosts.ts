import type { KayakoSwitches } from './kayako/switches.ts'
import type { KustomerSwitches } from './kustomer/switches.ts'
import { switchPath } from './serve/switch-path.ts'

export interface KayakoStandInHosts {
  readonly api: string
  readonly loader: string
  readonly realtime: string
  /** A path rather than an origin. Everything of the stand-in is below it. */
  readonly assets: string
}

export interface KustomerStandInHosts {
  readonly script: string
  /** A path rather than an origin. Everything of the stand-in is below it. */
  readonly api: string
}

export interface FilmStandInHosts {
  /** Every address below it shows the same still picture. */
  readonly embed: string
}

/** Host overrides that point an adapter at the stand-ins of the Vite plugin. The switches travel in the addresses. */
export const standInHosts = {
  kayako: (origin: string, switches: KayakoSwitches = {}): KayakoStandInHosts => {
    const base = `${origin}/stand-in/kayako${switchPath(switches)}`
    return {
      api: `${base}/api/v1`,
      loader: `${base}/messenger`,
      realtime: `${base.replace(/^http/, 'ws')}/socket`,
      assets: base,
    }
  },
  kustomer: (origin: string, switches: KustomerSwitches = {}): KustomerStandInHosts => {
    const base = `${origin}/stand-in/kustomer${switchPath(switches)}`
    return { script: `${base}/chat-web/widget.js`, api: base }
  },
  film: (origin: string): FilmStandInHosts => ({ embed: `${origin}/stand-in/film` }),
} as const
