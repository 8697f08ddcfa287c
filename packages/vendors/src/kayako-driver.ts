import type { ChatDriver } from '@askfirst/core/runtime'
import type { KayakoApi } from './kayako-api.ts'

/** What every chat tells, by Kayako's names. */
const events: Readonly<Record<string, string>> = {
  open: 'chat_window_maximized',
  close: 'chat_window_minimized',
  unread: 'unread_messages_count_changed',
}

const visibilities = { maximized: 'open', minimized: 'closed', hidden: 'hidden' } as const

/** Drives a messenger that is up. */
export function drive(page: Window, messenger: KayakoApi, hasLauncher: boolean): ChatDriver<KayakoApi> {
  const forget = (): Promise<void> => new Promise((done) => messenger.forget(done))
  return {
    api: messenger,
    hasLauncher,
    open: () => messenger.maximize(),
    close: () => messenger.minimize(),
    show: () => messenger.show(),
    hide: () => messenger.hide(),
    visibility: () => visibilities[messenger.visibility()],
    focus: () => page.document.getElementById('kayako-messenger-frame')?.focus(),
    async identify({ name = '', email = '', signature = '', timestamp }) {
      messenger.identify(name, email, signature, timestamp)
    },
    forget,
    leave: forget,
    on: (event, listener) => messenger.on((events[event] ?? event) as never, listener), // any name: there may be more
  }
}
