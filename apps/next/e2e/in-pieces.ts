import { createServer, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

function askApp(app: URL, { url = '/', method, headers }: IncomingMessage): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(url, app), {
      method,
      headers: { ...headers, host: app.host, 'accept-encoding': 'identity' },
    })
    asked.on('response', resolve).on('error', reject).end()
  })
}

/**
 * Serves the app as a slow line does: a page comes up to `part` and with it, and the rest when it is released. Playwright
 * can answer a request only at once and whole.
 */
export async function serveInPieces(app: URL, part: string) {
  let release = (): void => undefined
  const server = createServer((incoming, outgoing) => {
    void askApp(app, incoming).then(async (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      if (!answer.headers['content-type']?.startsWith('text/html')) return answer.pipe(outgoing)
      const html = await text(answer)
      const end = html.indexOf(part) + part.length
      outgoing.write(html.slice(0, end))
      release = () => outgoing.end(html.slice(end))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    release: () => release(),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
