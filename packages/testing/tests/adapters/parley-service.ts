import type { BrowserContext } from '@playwright/test'

/** The made-up service's script: it asks for its settings, and is live when they have come. */
function parleyScript(): void {
  const listeners: [string, (value?: unknown) => void][] = []
  const tell = (event: string): void => {
    for (const [name, listener] of listeners) if (name === event) listener()
  }
  void fetch('https://api.parley.test/settings')
    .then((answer) => answer.json())
    .then(() => {
      const box = document.createElement('div')
      box.id = 'parley'
      box.tabIndex = -1
      const talk = document.createElement('p')
      talk.textContent = 'What can we do for you?'
      talk.hidden = true
      box.append(talk)
      document.body.append(box)
      try {
        localStorage.setItem('parley.visitor', '7')
        localStorage.setItem('unpublished', '1')
      } catch {
        // A full storage does not keep it from talking.
      }
      document.cookie = 'parley=1;path=/'
      const socket = new WebSocket('wss://live.parley.test/')
      Object.assign(window, {
        Parley: {
          expand: () => {
            talk.hidden = false
            tell('open')
          },
          collapse: () => {
            talk.hidden = true
            tell('close')
          },
          display: (isShown: boolean) => {
            box.hidden = !isShown
          },
          isExpanded: () => !talk.hidden,
          quit: () => socket.close(),
          listen: (event: string, listener: () => void) => listeners.push([event, listener]),
        },
      })
    })
}

const cors = { 'access-control-allow-origin': '*' }

/** Answers the made-up vendor's addresses. */
export async function serveParley(context: BrowserContext): Promise<void> {
  await context.route('https://cdn.parley.test/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', headers: cors, body: `(${String(parleyScript)})()` }),
  )
  await context.route('https://api.parley.test/**', (route) =>
    route.fulfill({ contentType: 'application/json', headers: cors, body: '{}' }),
  )
  await context.routeWebSocket('wss://live.parley.test/**', () => undefined)
}
