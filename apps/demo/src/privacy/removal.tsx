import type { RemovalReport, Trace, VendorStatus } from '@askfirst/core/runtime'
import type { ReactNode } from 'react'
import { kinds, remains, unchecked } from './trace-words.ts'

interface RemovalProps {
  readonly status: VendorStatus
  readonly report: RemovalReport | null
}

/** What the last removal on this page took away, what it could not, and what no page can tell. */
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
          <Traces label="What remains" traces={report.remaining} why={({ why }) => remains[why]} />
          {report.unchecked.length > 0 && (
            <Traces label="What a page cannot check" traces={report.unchecked} why={({ why }) => unchecked[why]} />
          )}
          {report.reloadAdvised && (
            <p>
              Only a new page is sure to be free of it.{' '}
              <button type="button" className="button" onClick={() => location.reload()}>
                Reload this page
              </button>
            </p>
          )}
        </>
      )}
    </div>
  )
}

interface TracesProps<One extends Trace> {
  readonly label: string
  readonly traces: readonly One[]
  readonly why?: (trace: One) => string
}

function Traces<One extends Trace>({ label, traces, why }: TracesProps<One>): ReactNode {
  if (traces.length === 0) return <p>{label}: nothing</p>
  const distinct = new Map(traces.map((trace) => [`${trace.kind} ${trace.name}`, trace]))
  return (
    <>
      <p>{label}:</p>
      <ul>
        {Array.from(distinct, ([key, trace]) => (
          <li key={key}>
            {kinds[trace.kind]} <code>{trace.name}</code>
            {why && `: ${why(trace)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
