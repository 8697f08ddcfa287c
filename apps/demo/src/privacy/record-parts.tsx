import type { ReactNode } from 'react'
import { FactTable } from './fact-table.tsx'
import { recordFields } from './record-fields.ts'

const columns = ['Part', 'Value', 'Meaning']

/** The visitor's own cookie, word for word and explained. */
export function RecordParts({ cookie }: { readonly cookie: string }): ReactNode {
  const rows = cookie.split('&').map((part) => {
    const [name = '', ...value] = part.split('=')
    const cells = [
      <code key="name">{name}</code>,
      <code key="value">{value.join('=') || '–'}</code>,
      recordFields[name],
    ]
    return [name, cells] as const
  })
  return (
    <>
      <p>This is your cookie:</p>
      <pre className="record">{cookie}</pre>
      <FactTable caption="The parts of your cookie" columns={columns} rows={new Map(rows)} />
    </>
  )
}
