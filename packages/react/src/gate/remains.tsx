import type { ReactElement, ReactNode } from 'react'
import type { RemovalReport, TraceKind } from '@askfirst/core/runtime'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-chat.ts'
import { fill } from '../messages/fill.ts'
import { Answer } from './answer.tsx'

interface RemainsProps {
  /** Of the vendor. */
  readonly name: string
  readonly report: RemovalReport
  readonly button: ReactElement | undefined
}

/** What a removal could not take away, and why. A reload is offered where it would help, and never happens by itself. */
export function Remains({ name, report: { remaining, reloadAdvised }, button }: RemainsProps): ReactNode {
  const text = useMessages(english)
  const lines = remaining.map(({ kind, name: trace, why }) =>
    fill(text.chatRemainder, {
      what: text.chatRemainderKinds[placeOf(kind)],
      trace,
      why: text.chatRemainderReasons[why],
    }),
  )
  return (
    <div {...useLang('chatRemains')} role="alert" data-askfirst="panel">
      <p>{fill(text.chatRemains, { name })}</p>
      <ul>
        {Array.from(new Set(lines), (line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {reloadAdvised && (
        <div data-askfirst="actions">
          <Answer name="reload" render={button} onPress={() => location.reload()}>
            {text.reload}
          </Answer>
        </div>
      )}
    </div>
  )
}

function placeOf(kind: TraceKind): 'stored' | 'page' | 'script' {
  if (['cookie', 'local', 'session', 'indexeddb', 'cache'].includes(kind)) return 'stored'
  return ['node', 'attribute', 'frame'].includes(kind) ? 'page' : 'script'
}
