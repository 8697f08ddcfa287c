import { browserScript } from '../serve/browser-file.ts'
import { javascript, svg, text, withCors } from '../serve/message.ts'
import type { StandInRequest, StandInResponse } from '../serve/message.ts'
import { wait } from '../serve/stand-in.ts'
import type { Place, StandIn } from '../serve/stand-in.ts'
import { createKayakoApi } from './api.ts'
import type { KayakoHost } from './place.ts'
import { createKayakoRealtime } from './realtime.ts'
import type { KayakoSwitches } from './switches.ts'

const closeIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"><path d="M5 5l10 10M15 5L5 15"/></svg>'

/** Kayako Messenger as facts 1.6 describe it, without a single byte of the vendor's. */
export function createKayakoStandIn(initial: KayakoSwitches): StandIn<KayakoSwitches, KayakoHost> {
  let switches = initial
  const realtime = createKayakoRealtime()
  const api = createKayakoApi(() => switches, realtime)

  const loader = (path: string): StandInResponse => {
    if (path !== '/messenger') return text(404, 'Not found')
    if (switches.loader === 'fails') return text(500, 'The stand-in was told to fail')
    if (switches.loader === 'throws') return javascript(`throw new Error('Stand-in for Kayako: told to throw')\n`)
    return javascript(browserScript(['window/trusted-script-url.js', 'kayako/browser/loader.js'], switches))
  }

  const assets = (path: string): StandInResponse => {
    if (path === '/messenger/icon-close.svg') return svg(closeIcon)
    if (!/^\/messenger\/build-\w+\.js$/.test(path)) return text(404, 'Not found')
    return javascript(
      browserScript(
        [
          'window/random-uuid.js',
          'window/listeners.js',
          'window/elements.js',
          'window/chat-window.js',
          'kayako/browser/realtime.js',
          'kayako/browser/visitor.js',
          'kayako/browser/placement.js',
          'kayako/browser/bundle.js',
        ],
        switches,
      ),
    )
  }

  const answer = ({ host, path }: Place<KayakoHost>, request: StandInRequest): StandInResponse => {
    if (host === 'api') return api.respond(path, request)
    if (host === 'loader') return loader(path)
    if (host === 'assets') return assets(path)
    if (host === 'error-reporting') return javascript('/* Where the real Messenger loads its error reporting. */\n')
    return text(426, 'This address is for WebSockets')
  }

  return {
    respond: async (place, request) => {
      await wait(switches.delay ?? 0)
      return withCors(request, answer(place, request))
    },
    connect: (url, socket) => {
      if (switches.socket === 'refused') return 'refused'
      realtime.connect(url, socket)
      return 'accepted'
    },
    set: (changed) => {
      switches = { ...switches, ...changed }
    },
    reply: (said) => {
      for (const fingerprint of realtime.listeners()) api.agentSays(fingerprint, said)
    },
    pushUnread: (count) => {
      for (const fingerprint of realtime.listeners()) realtime.push(fingerprint, 'unread_count', { count })
    },
  }
}
