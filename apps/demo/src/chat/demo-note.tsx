import type { ReactNode } from 'react'
import type { ChatAccount } from './chat-account.ts'
import { account, chat } from './vendors.ts'

const services: Readonly<Record<ChatAccount['service'], string>> = {
  real: 'is the real service, unchanged. It loads once you allow it.',
  'stand-in': 'is a stand-in, played by this site’s own server. No other company is contacted.',
  'made-up': 'belongs to an account that does not exist, so it asks first, but cannot load.',
}

/** Says what is real about this shop and its chat, and switches between the chats. */
export function DemoNote(): ReactNode {
  const other = account.vendor === 'kayako' ? 'kustomer' : 'kayako'
  const standIn = account.service === 'stand-in' && !import.meta.env.DEV ? '&standin' : ''
  return (
    <aside className="demo-note" aria-label="About this demo">
      <p>
        <strong>A demo of Askfirst.</strong> The {chat.name} chat here {services[account.service]}
      </p>
      <ul>
        {account.service === 'made-up' && (
          <li>
            <a href={`?vendor=${account.vendor}&standin`}>Use a stand-in</a>
          </li>
        )}
        <li>
          <a href={`?vendor=${other}${standIn}`}>Switch to {other === 'kayako' ? 'Kayako' : 'Kustomer'}</a>
        </li>
      </ul>
    </aside>
  )
}
