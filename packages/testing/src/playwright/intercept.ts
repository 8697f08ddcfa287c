import type { BrowserContext, Page, Route } from '@playwright/test'
import type { Place, StandIn } from '../serve/stand-in.ts'
import type { StandInEntry, StandInHandle } from './handle.ts'
import { announceSocket } from './socket-watchers.ts'

interface Interception<Switches, Host extends string> {
  /** As a pattern: a function would be asked here about every file of the page. */
  readonly urls: RegExp
  readonly locate: (url: URL) => Place<Host> | null
  readonly standIn: StandIn<Switches, Host>
}

type Writable<Entry> = { -readonly [Key in keyof Entry]: Entry[Key] }

/** Answers everything that goes to a vendor's real hosts, so that none of it leaves the machine. */
export async function intercept<Switches, Host extends string>(
  target: Page | BrowserContext,
  { urls, locate, standIn }: Interception<Switches, Host>,
): Promise<StandInHandle<Switches, Host>> {
  const context = 'context' in target ? target.context() : target
  const log: Writable<StandInEntry<Host>>[] = []

  const note = (kind: 'request' | 'socket', method: string, url: string) => {
    const entry: Writable<StandInEntry<Host>> = {
      order: log.length,
      time: Date.now(),
      host: locate(new URL(url))?.host ?? null,
      kind,
      method,
      url,
      state: 'open',
      status: null,
    }
    log.push(entry)
    return entry
  }

  const answer = async (route: Route) => {
    const request = route.request()
    const url = new URL(request.url())
    const entry = note('request', request.method(), request.url())
    const place = locate(url)
    const answered = place
      ? await standIn.respond(place, {
          method: request.method(),
          url,
          headers: request.headers(),
          body: request.postData() ?? '',
        })
      : { status: 404, headers: { 'access-control-allow-origin': '*' }, body: '' }
    if (answered === 'never') return
    entry.state = 'closed'
    entry.status = answered.status
    // The page may be gone by now; its test is then over and has nothing to hear about it.
    await route.fulfill(answered).catch(() => undefined)
  }

  await target.route(urls, answer)
  await target.routeWebSocket(urls, (socket) => {
    const entry = note('socket', 'GET', socket.url())
    const closeListeners: (() => void)[] = []
    announceSocket(context, socket.url(), (listener) => closeListeners.push(listener))
    const onClose = () => {
      entry.state = 'closed'
      for (const listener of closeListeners) listener()
    }
    const connected =
      entry.host !== null &&
      standIn.connect(new URL(socket.url()), {
        send: (text) => {
          if (entry.state === 'open') socket.send(text)
        },
        onMessage: (listener) => {
          socket.onMessage((message) => {
            listener(String(message))
          })
        },
        onClose: (listener) => closeListeners.push(listener),
      }) === 'accepted'
    if (connected) {
      socket.onClose(onClose)
      return
    }
    onClose()
    entry.state = 'refused'
    // 1006 is what a page sees of a connection that was never made.
    void socket.close({ code: 1006 }).catch(() => undefined)
  })

  return {
    log,
    openSockets: () => log.filter((entry) => entry.kind === 'socket' && entry.state === 'open'),
    set: standIn.set,
    reply: standIn.reply,
    pushUnread: standIn.pushUnread,
  }
}
