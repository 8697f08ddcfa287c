import { cookieStorage } from '@askfirst/core'
import { useConsentState } from '@askfirst/react'
import type { ReactNode } from 'react'
import { RecordParts } from './record-parts.tsx'

const { read } = cookieStorage()

function readCookie(): string | null {
  try {
    return read()
  } catch {
    return null // Blocked cookies hold nothing.
  }
}

/** What the shop itself keeps on the device: the visitor's choices, and what those allow. */
export function StoredByUs(): ReactNode {
  const cookie = useConsentState(readCookie)
  return (
    <section aria-labelledby="stored-by-us">
      <h2 id="stored-by-us">What this shop keeps on your device</h2>
      <dl className="facts">
        <dt>
          <code>askfirst</code>
        </dt>
        <dd>A cookie with your choices, once you have made one, for 400 days.</dd>
        <dt>
          <code>askfirst</code>
        </dt>
        <dd>In session storage: what you allowed “only this time”. Gone when you close the tab.</dd>
        <dt>
          <code>askfirst.traces.…</code>
        </dt>
        <dd>
          In local storage, while the chat is allowed: names under which it stores something and that its provider has
          not published. We need them to remove it.
        </dd>
        <dt>
          <code>recent-plants</code>
        </dt>
        <dd>In local storage: the plants you looked at, if “Functional” is allowed. Removed when it no longer is.</dd>
      </dl>
      {cookie === null ? <p>You have not decided yet, so there is no cookie.</p> : <RecordParts cookie={cookie} />}
    </section>
  )
}
