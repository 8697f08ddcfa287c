import { browserScript } from '../serve/browser-file.ts'
import { javascript, text, withCors } from '../serve/message.ts'
import type { StandInAnswer, StandInRequest } from '../serve/message.ts'
import { wait } from '../serve/stand-in.ts'
import type { Place, StandIn } from '../serve/stand-in.ts'
import { createKustomerApi } from './api.ts'
import type { KustomerHost } from './place.ts'
import { createKustomerRealtime } from './realtime.ts'
import type { KustomerSwitches } from './switches.ts'

const engine = [
  'window/random-uuid.js',
  'window/listeners.js',
  'kustomer/browser/visitor.js',
  'kustomer/browser/realtime.js',
  'kustomer/browser/engine.js',
]

/** The files on cdn.kustomerapp.com, by path. The real chunks carry a release and a hash (facts 2.2). */
const scripts: Readonly<Record<string, readonly string[] | undefined>> = {
  '/chat-web/widget.js': ['window/trusted-script-url.js', 'kustomer/browser/hosts.js', 'kustomer/browser/stub.js'],
  '/chat-web/release-v0.0.0/widget-main.js': [
    ...engine,
    'window/elements.js',
    'window/chat-window.js',
    'kustomer/browser/claimed-names.js',
    'kustomer/browser/frame.js',
    'kustomer/browser/widget-main.js',
  ],
  '/chat-web/core.js': ['kustomer/browser/hosts.js', ...engine, 'kustomer/browser/core.js'],
}

/** Kustomer chat as facts 2.6 describe it, without a single byte of the vendor's. */
export function createKustomerStandIn(initial: KustomerSwitches): StandIn<KustomerSwitches, KustomerHost> {
  let switches = initial
  const realtime = createKustomerRealtime()
  const api = createKustomerApi(() => switches, realtime)

  const cdn = (path: string): StandInAnswer => {
    const parts = scripts[path]
    if (!parts) return text(404, 'Not found')
    const isStub = path === '/chat-web/widget.js'
    if (!isStub && switches.widget === 'never-arrives') return 'never'
    if (isStub && switches.widget === 'fails') return text(500, 'The stand-in was told to fail')
    if (isStub && switches.widget === 'throws')
      return javascript(`throw new Error('Stand-in for Kustomer: told to throw')\n`)
    return javascript(browserScript(parts, switches))
  }

  const answer = ({ host, path }: Place<KustomerHost>, request: StandInRequest): StandInAnswer => {
    if (host === 'api') return api.respond(path, request)
    return host === 'cdn' ? cdn(path) : text(426, 'This address is for WebSockets')
  }

  return {
    respond: async (place, request) => {
      await wait(switches.delay ?? 0)
      const answered = answer(place, request)
      return answered === 'never' ? answered : withCors(request, answered)
    },
    connect: (url, socket) => {
      realtime.connect(url, socket)
      return 'accepted'
    },
    set: (changed) => {
      switches = { ...switches, ...changed }
    },
    reply: (said) => {
      for (const visitor of realtime.listeners()) api.agentSays(visitor, said)
    },
    pushUnread: (count) => {
      for (const visitor of realtime.listeners()) realtime.push(visitor, { type: 'unread', count })
    },
  }
}
