import type { BrowserContext, Page } from '@playwright/test'

/** The part of Chromium's `Network.Initiator` that we tell. */
interface Initiator {
  readonly type: string
  readonly url?: string
  readonly lineNumber?: number
  readonly stack?: Stack
}

interface Stack {
  readonly callFrames: readonly {
    readonly functionName: string
    readonly url: string
    readonly lineNumber: number
    readonly columnNumber: number
  }[]
  readonly parent?: Stack
}

/** Who asked for an address, in words; `null` where the browser does not say. */
export interface Initiators {
  readonly of: (url: string) => string | null
  readonly ready: () => Promise<void>
}

/** Learns from Chromium what caused each request and socket; other browsers do not tell. */
export function watchInitiators(context: BrowserContext, pages: readonly Page[]): Initiators {
  const known = new Map<string, string>()
  const isChromium = context.browser()?.browserType().name() === 'chromium'
  const note = (url: string, initiator: Initiator | undefined): void => {
    const told = initiator && tellInitiator(initiator)
    if (told) known.set(url, told)
  }
  const follow = async (page: Page): Promise<void> => {
    try {
      const session = await context.newCDPSession(page)
      session.on('Network.requestWillBeSent', ({ request, initiator }) => note(request.url, initiator))
      session.on('Network.webSocketCreated', ({ url, initiator }) => note(url, initiator))
      await session.send('Network.enable')
    } catch {
      // The page is gone, or answers no such questions: its initiators are not known.
    }
  }
  let begun: Promise<unknown> = Promise.resolve()
  if (isChromium) {
    begun = Promise.all(pages.map(follow))
    context.on('page', (page) => void follow(page))
  }
  return {
    of: (url) => known.get(url) ?? null,
    ready: async () => void (await begun),
  }
}

/** The innermost call that has a place, or the markup that named the address. */
function tellInitiator({ type, url, lineNumber, stack }: Initiator): string | null {
  for (let part = stack; part; part = part.parent) {
    const frame = part.callFrames.find((each) => each.url)
    if (!frame) continue
    const place = `${frame.url}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`
    return frame.functionName ? `${place}, in ${frame.functionName}` : place
  }
  if (url) return lineNumber === undefined ? url : `${url}:${lineNumber + 1}`
  return type === 'other' ? null : type
}
