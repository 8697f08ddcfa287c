import type { RemovalReport, Trace, VendorStatus } from '@askfirst/core/runtime'
import type { ReactNode } from 'react'

interface RemovalProps {
  readonly status: VendorStatus
  readonly report: RemovalReport | null
}

/** What the last removal on this page took away, and what it could not. */
export function Removal({ status, report }: RemovalProps): ReactNode {
  return (
    <div role="status" className="removal">
      {status === 'removing' && <p>Removing it…</p>}
      {report && (
        <>
          <h3>
            Removed at <time>{new Date(report.time).toLocaleTimeString('en-GB')}</time>
          </h3>
          <Traces label="Removed" traces={report.removed} />
          <Traces label="What remains" traces={report.remaining} />
          {report.reloadAdvised && <p>Only a new page is sure to be free of it: reload this one.</p>}
        </>
      )}
    </div>
  )
}

function Traces({ label, traces }: { readonly label: string; readonly traces: readonly Trace[] }): ReactNode {
  if (traces.length === 0) return <p>{label}: nothing</p>
  const distinct = new Map(traces.map((trace) => [`${trace.kind} ${trace.name}`, trace]))
  return (
    <>
      <p>{label}:</p>
      <ul>
        {Array.from(distinct, ([key, { kind, name }]) => (
          <li key={key}>
            {kind} <code>{name}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
