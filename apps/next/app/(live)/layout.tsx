import { PrepaintScript } from '@askfirst/react/server'
import type { ReactNode } from 'react'
import { Consent } from '../../consent/consent.tsx'
import { readRequest } from '../../consent/read-request.ts'
import { site } from '../../consent/site.ts'
import { Shell } from '../../shell/shell.tsx'

/** Pages that are made for each request: the banner is in the HTML exactly when this visitor is to be asked. */
export default async function LiveLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  const { initial, nonce } = await readRequest()
  return (
    <>
      <PrepaintScript {...site} initial={initial} nonce={nonce} />
      <Consent initial={initial}>
        <Shell>{children}</Shell>
      </Consent>
    </>
  )
}
