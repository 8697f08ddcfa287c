import {
  LoadFailure,
  type ChatDriver,
  type ChatIdentity,
  type ChatVisibility,
  type VendorPage,
} from '@askfirst/core/runtime'
import { answerOf } from './answer-of.ts'
import type { KustomerApi, KustomerStart } from './kustomer-api.ts'
import { readPayload } from './read-payload.ts'

/** What every chat tells, by Kustomer's names; `unread` says more than its own event is known to. */
const events: Readonly<Record<string, string>> = { open: 'onOpen', close: 'onClose' }

/** Kustomer takes no token older than this, in milliseconds. */
const tokenLife = 900_000

/** How often to ask for unread messages while nobody tells, in milliseconds. */
const poll = 5_000

/** A part of the goodbye may take this long, in milliseconds. */
const patience = 900

/** Starts the widget, and drives it. */
export async function drive(
  { window, signal }: Pick<VendorPage, 'window' | 'signal'>,
  options: KustomerStart,
): Promise<ChatDriver<KustomerApi>> {
  // If it is not there, the call below throws, as it should.
  const { Kustomer: chat } = window as typeof window & { readonly Kustomer: KustomerApi }
  // `kustomerLoaded` only means that `start` can be called; its callback is the first that means ready.
  await new Promise<void>((done) => chat.start(options, () => done()))
  const frame = (): HTMLElement | null => window.document.getElementById('kustomer-ui-sdk-iframe')
  // It is silently absent where its settings do not list the domain; nobody says whether a chat without an icon has a frame.
  if (!frame() && ['hidden', 'disabled'].includes(chat.isChatAvailable?.())) {
    throw new LoadFailure('unavailable', 'Kustomer was ready, but is not switched on here')
  }
  let visibility: ChatVisibility = 'closed'
  chat.addListener('onOpen', () => (visibility = 'open'))
  chat.addListener('onClose', () => (visibility = 'closed'))

  function display(value: string): void {
    const style = frame()?.style
    if (style) style.display = value
  }

  function onUnread(listener: (count: number) => void): void {
    let told = 0
    const tell = (): void => {
      const { total } = chat.getUnreadCount()
      if (total !== told) listener((told = total))
    }
    // Only integrators have seen `onUnread`: until it comes, we ask.
    const timer = setInterval(tell, poll)
    signal.addEventListener('abort', () => clearInterval(timer))
    chat.addListener('onUnread', () => {
      clearInterval(timer)
      tell()
    })
    tell()
  }

  const forget = async (): Promise<void> => void (await answerOf((done) => chat.logout(done)))

  return {
    api: chat,
    hasLauncher: !options.hideChatIcon,
    open: () => chat.open(),
    close: () => chat.close(),
    show: () => display(''),
    hide: () => display('none'),
    visibility: () => (frame()?.style.display === 'none' ? 'hidden' : visibility),
    focus: () => frame()?.focus(),
    async identify({ token, email }) {
      if (token) await answerOf((done) => chat.login({ jwtToken: token }, done))
      // Unverified: the agent sees the address, and the visitor no earlier conversation.
      else if (email) await answerOf((done) => chat.describeCustomer({ attributes: { emails: [email] } }, done))
    },
    freshFor,
    forget,
    async leave() {
      await inTime(forget())
      await inTime(answerOf((done) => chat.stop(done)))
    },
    on(event, listener) {
      if (event === 'unread') onUnread(listener as (count: number) => void)
      else chat.addListener((events[event] ?? event) as never, listener) // any name: there may be more
    },
  }
}

function freshFor({ token = '' }: ChatIdentity): number | undefined {
  const { iat } = readPayload(token)
  return typeof iat === 'number' ? iat * 1_000 + tokenLife - Date.now() : undefined
}

/** Nobody has documented what `logout` answers for a visitor who never logged in. */
async function inTime(answer: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  await Promise.race([answer, late]).catch(() => undefined)
}
