import { setTimeout } from 'node:timers/promises'
import type { ReactNode } from 'react'

const answers = [
  ['Are brown tips a lack of water?', 'More often dry air. Put it where you like to sit, not where the heating is.'],
  ['My monstera has no holes.', 'Young leaves have none. They come with age and light.'],
  ['Can the calathea stay in the bathroom?', 'If there is a window: gladly. It likes the steam and minds the dark.'],
] as const

/** The plant team takes its time. */
export async function Answers({ seconds }: { readonly seconds: number }): Promise<ReactNode> {
  await setTimeout(1_000 * seconds)
  return (
    <dl className="answers">
      {answers.map(([question, answer]) => (
        <div key={question} className="card">
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
