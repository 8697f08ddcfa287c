import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { createLocalStandIns } from './local-stand-ins.ts'
import { serveRequests, serveSockets } from './serve.ts'

/** What the servers of http, https and http2 have in common for us. */
interface Upgrading {
  on: (event: 'upgrade', listener: (request: IncomingMessage, stream: Duplex, head: Buffer) => void) => unknown
}

/** Serves the stand-ins below `/stand-in` of the dev and preview servers; point adapters there with `standInHosts`. */
export function standIns(): Plugin {
  return {
    name: 'askfirst:stand-ins',
    configureServer: (server) => {
      serve(server, server.httpServer ?? hotServer(server))
    },
    configurePreviewServer: (server) => {
      serve(server, server.httpServer)
    },
  }
}

function serve({ middlewares }: ViteDevServer | PreviewServer, server: Upgrading | undefined): void {
  const local = createLocalStandIns()
  middlewares.use(serveRequests(local))
  server?.on('upgrade', serveSockets(local))
}

/** In middleware mode Vite has no server of its own; Storybook hands its server over for hot updates. */
function hotServer({ config }: ViteDevServer): Upgrading | undefined {
  const { hmr } = config.server
  return typeof hmr === 'object' ? hmr.server : undefined
}
