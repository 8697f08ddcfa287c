import { useChat } from '@askfirst/react'
import type { ReactNode } from 'react'
import { chat } from './vendors.ts'

/** What stands on the help page once the chat is live: its window is the vendor's, in the corner. */
export function ChatSession(): ReactNode {
  const { status, visibility, unread, open } = useChat(chat.id)
  if (status !== 'ready') return null
  return (
    <div className="chat-session">
      <p role="status">
        {visibility === 'open' ? 'The chat is open in its own window.' : 'The chat is ready.'}
        {unread > 0 && ` New messages: ${unread}.`}
      </p>
      <button type="button" className="button" onClick={open}>
        {visibility === 'open' ? 'Go to the chat window' : 'Open the chat window'}
      </button>
    </div>
  )
}
