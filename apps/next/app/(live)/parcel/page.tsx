import { permission } from '@askfirst/core'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { signedInCustomer } from '../../../session/demo-session.ts'
import { SignIn } from '../../../session/sign-in.tsx'
import { readRequest } from '../../../consent/read-request.ts'

export const metadata: Metadata = { title: 'Your parcel' }

export default async function ParcelPage(): Promise<ReactNode> {
  const { state } = await readRequest()
  const customer = await signedInCustomer()
  const { allowed, reason } = permission(state, 'kayako')
  return (
    <article>
      <h1>Your parcel</h1>
      <p className="lead">
        We pack from Monday to Wednesday, so that no plant spends a weekend in a depot. It travels for two days.
      </p>
      <h2>Nobody at home?</h2>
      <p>The driver asks next door once, then leaves it where you said. A plant can stay in its box for three days.</p>
      <h2>Your account</h2>
      <SignIn customer={customer?.name ?? null} />
      <section aria-labelledby="visit" className="card">
        <h2 id="visit">What the server knew when it made this page</h2>
        <dl className="facts">
          <dt>Made at</dt>
          <dd>{new Date().toISOString()}</dd>
          <dt>Your answer so far</dt>
          <dd>{state.record ? `given at ${new Date(state.record.time).toISOString()}` : 'none'}</dd>
          <dt>Kayako chat</dt>
          <dd>
            {allowed ? 'allowed' : 'not allowed'} ({reason})
          </dd>
          <dt>Privacy signal</dt>
          <dd>{state.signal ? 'sent by your browser' : 'none'}</dd>
        </dl>
      </section>
    </article>
  )
}
