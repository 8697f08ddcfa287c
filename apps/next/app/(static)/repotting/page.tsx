import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Repotting' }

const steps = [
  ['Water the day before.', 'A moist root ball comes out whole.'],
  ['Go up one size.', 'Two fingers between root ball and pot. In more soil than that, water stands and roots rot.'],
  ['Loosen the outside.', 'Roots that run in circles go on doing so. Tease them out at the bottom and the sides.'],
  ['Plant as deep as before.', 'Press the soil lightly, and leave a finger of space below the rim for water.'],
  ['Shade for a week.', 'And no fertiliser for a month: fresh soil has enough of it.'],
] as const

export default function RepottingPage(): ReactNode {
  return (
    <article>
      <h1>Repotting</h1>
      <p className="lead">Every second spring for most plants, or when water runs straight through.</p>
      <ol className="steps">
        {steps.map(([what, why]) => (
          <li key={what}>
            <strong>{what}</strong> {why}
          </li>
        ))}
      </ol>
    </article>
  )
}
