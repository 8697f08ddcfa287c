import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { LocalStandIns } from './local-stand-ins.ts'

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://localhost')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer) // a request without encoding yields buffers
  return Buffer.concat(chunks).toString()
}

/** A connect middleware; what is not the stand-ins' goes on to the next. */
export function serveRequests(standIns: LocalStandIns) {
  const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const url = urlOf(request)
    const place = standIns(url.pathname)
    if (!place) {
      next()
      return
    }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const answered = await place.respond({ method: request.method ?? 'GET', url, headers, body: await bodyOf(request) })
    if (answered === 'never') return
    response.writeHead(answered.status, answered.headers).end(answered.body)
  }
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    answer(request, response, next).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    })
  }
}

/** An `upgrade` listener for the stand-ins' own paths; every other socket, such as Vite's, is left to its owner. */
export function serveSockets(standIns: LocalStandIns) {
  const server = new WebSocketServer({ noServer: true })
  return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const url = urlOf(request)
    if (!url.pathname.startsWith('/stand-in/')) return
    // Without a listener, a connection that breaks would take the dev server down.
    stream.on('error', () => stream.destroy())
    const place = placeOf(standIns, url)
    if (!place) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    // What the page says before the handshake is over waits here, and so does a refusal.
    const onMessages: ((text: string) => void)[] = []
    const onCloses: (() => void)[] = []
    let send: ((text: string) => void) | undefined
    const early: string[] = []
    const decision = place.connect(url, {
      send: (text) => {
        if (send) send(text)
        else early.push(text)
      },
      onMessage: (listener) => onMessages.push(listener),
      onClose: (listener) => onCloses.push(listener),
    })
    if (decision === 'refused') {
      stream.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
      return
    }
    server.handleUpgrade(request, stream, head, (socket) => {
      send = (text) => {
        socket.send(text)
      }
      for (const text of early) send(text)
      socket.on('message', (message: Buffer) => {
        for (const listener of onMessages) listener(message.toString())
      })
      socket.on('error', () => {
        socket.terminate()
      })
      socket.on('close', () => {
        for (const listener of onCloses) listener()
      })
    })
  }
}

function placeOf(standIns: LocalStandIns, url: URL) {
  try {
    return standIns(url.pathname)
  } catch {
    return null
  }
}
