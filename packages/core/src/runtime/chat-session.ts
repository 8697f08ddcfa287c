import type { Asked } from './asked.ts'
import type { ChatDriver, ChatVisibility, IdentitySource } from './chat.ts'

/** One live chat: carries out what is asked of it, until it leaves. */
export interface ChatSession {
  /** Opens the window and hands the focus over. */
  readonly open: () => void
  readonly tell: (command: 'close' | 'show' | 'hide') => void
  /** Passes an event of the vendor on to whoever listens. */
  readonly hear: (event: string) => void
  /** Tells the vendor who the visitor is, if anybody knows. */
  readonly introduce: () => void
  readonly forget: () => void
  readonly native: <Result>(ask: (api: never) => Result | Promise<Result>) => Promise<Result | undefined>
}

interface Seen {
  readonly visibility?: ChatVisibility
  readonly unread?: number
  readonly hasLauncher?: boolean
  readonly wanted?: boolean
}

/** A vendor that does not answer may keep the next word about the visitor waiting this long, in milliseconds. */
const patience = 5_000

/** An identity is fetched again this long, in milliseconds, before it is too old. */
const margin = 60_000

/** Begins the session of a vendor that has just gone live: what has waited is done now. */
export function beginSession(
  driver: ChatDriver,
  asked: Asked,
  signal: AbortSignal,
  isShown: boolean,
  onSeen: (seen: Seen) => void,
): void {
  // A failed load is told by the controller: the vendor knows no such event.
  const heard = new Set(['failure'])
  const ended = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
  let turn: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => clearTimeout(timer))

  const isLive = (): boolean => asked.session === session

  function look(): void {
    if (isLive()) onSeen({ visibility: driver.visibility() })
  }

  function openAndFocus(): void {
    const before = document.activeElement
    driver.open()
    // A vendor that has put the focus into its own field knows better than we do.
    if (isLive() && document.activeElement === before) driver.focus()
    look()
  }

  function hear(event: string, see?: (value: never) => Seen): void {
    if (heard.has(event)) return
    heard.add(event)
    driver.on(event, (...values: readonly unknown[]) => {
      // A vendor cannot be unsubscribed from; once it is removed, nobody listens.
      if (!isLive()) return
      if (see) onSeen(see(values[0] as never))
      for (const [name, listener] of asked.listeners) {
        if (name === event && isLive()) listener(...(values as never))
      }
    })
  }

  /** One word about the visitor after the other: an answer that comes late must not undo a later word. */
  function inTurn(tell: () => Promise<void>): Promise<unknown> {
    const own = turn.then(() => (isLive() ? Promise.race([tell(), pause(patience)]) : undefined))
    turn = own.catch(() => undefined)
    return own
  }

  async function introduce(): Promise<void> {
    clearTimeout(timer)
    const source = asked.identity
    if (!source) return
    try {
      const known = await (typeof source === 'function' ? source() : source)
      await inTurn(async () => {
        if (asked.identity === source) await driver.identify(known)
      })
      stayFresh(source, driver.freshFor?.(known))
    } catch {
      // Without an identity the visitor stays anonymous, until the next load asks again.
    }
  }

  function stayFresh(source: IdentitySource, life = 0): void {
    // A source that gives what is too old already would be asked for ever.
    if (typeof source !== 'function' || life <= 0 || asked.identity !== source || !isLive()) return
    clearTimeout(timer)
    timer = setTimeout(() => void introduce(), Math.max(margin, life - margin))
  }

  const session: ChatSession = {
    open: openAndFocus,
    tell(command) {
      driver[command]()
      look()
    },
    hear,
    introduce: () => void introduce(),
    forget() {
      clearTimeout(timer)
      // The vendor does not know the visitor, or cannot forget; a withdrawal removes what it keeps here.
      inTurn(() => driver.forget()).catch(() => undefined)
    },
    async native<Result>(ask: (api: never) => Result | Promise<Result>) {
      const { api } = driver
      return api === undefined ? undefined : await Promise.race([ask(api as never), ended]) // its type is the adapter's
    },
  }
  asked.session = session
  hear('open', () => ({ visibility: 'open' }))
  hear('close', () => ({ visibility: 'closed' }))
  hear('unread', (unread: number) => ({ unread }))
  for (const [event] of asked.listeners) hear(event)
  void introduce()
  if (!asked.isClicked && !isShown) driver.hide()
  asked.isClicked = false
  for (let call = asked.calls.shift(); call && isLive(); call = asked.calls.shift()) call(session)
  if (isLive()) onSeen({ visibility: driver.visibility(), hasLauncher: driver.hasLauncher !== false, wanted: false })
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
