import { PrepaintScript } from '@askfirst/react/server'
import type { ReactNode } from 'react'
import { Consent } from '../../consent/consent.tsx'
import { site } from '../../consent/site.ts'
import { Shell } from '../../shell/shell.tsx'

/** Pages that are the same for everyone: built once, and whether to ask is settled in the browser before it paints. */
export default function StaticLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <PrepaintScript {...site} />
      <Consent>
        <Shell>{children}</Shell>
      </Consent>
    </>
  )
}
