import { GatedChat, useChat } from '@askfirst/react'

/** A place of your own from which the chat can be opened, beside the launcher. */
export function Contact() {
  const { status, visibility, unread, open } = useChat('kayako')
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">Contact</h2>
      <p>
        <a href="mailto:help@acme.example">help@acme.example</a>
        {status !== 'blocked' && visibility !== 'open' && (
          <>
            {' or '}
            <button type="button" onClick={open}>
              {unread > 0 ? `chat (${unread} new)` : 'chat'}
            </button>
          </>
        )}
      </p>
    </section>
  )
}

export function Help() {
  return (
    <>
      <Contact />
      <GatedChat vendor="kayako" fallback={<a href="mailto:help@acme.example">Write to us</a>} />
    </>
  )
}
