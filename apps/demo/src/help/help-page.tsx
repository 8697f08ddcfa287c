import { GatedChat } from '@askfirst/react'
import type { ReactNode } from 'react'
import { ChatSession } from '../chat/chat-session.tsx'
import { MailLink } from '../chat/mail-link.tsx'
import { chat } from '../chat/vendors.ts'
import { questions } from './questions.ts'

export function HelpPage(): ReactNode {
  return (
    <>
      <h1 tabIndex={-1}>Help</h1>
      <p className="lead">Yellow leaves, late parcels, a plant for a dark hall: ask away.</p>
      <div className="columns">
        <section aria-labelledby="chat" className="box">
          <h2 id="chat">Chat</h2>
          <p>With our plant team, Monday to Friday, 9:00 to 17:00.</p>
          <GatedChat vendor={chat.id} placement="inline" fallback={<MailLink />} />
          <ChatSession />
        </section>
        <section aria-labelledby="other-ways" className="box">
          <h2 id="other-ways">Without the chat</h2>
          <dl className="facts">
            <dt>E-mail</dt>
            <dd>
              <MailLink />
              <br />
              Answered within a working day. Pictures of sad leaves are welcome.
            </dd>
            <dt>Telephone</dt>
            <dd>
              <a href="tel:+442079460018">020 7946 0018</a>
              <br />
              Monday to Friday, 9:00 to 17:00
            </dd>
          </dl>
        </section>
      </div>
      <section aria-labelledby="questions">
        <h2 id="questions">Often asked</h2>
        {questions.map(([question, answer]) => (
          <details key={question}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </section>
    </>
  )
}
