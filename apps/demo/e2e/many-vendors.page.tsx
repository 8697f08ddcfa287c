import { createRoot } from 'react-dom/client'
import { createConsentStore, memoryStorage } from '@askfirst/core'
import { ConsentProvider, Preferences, PreferencesTrigger } from '@askfirst/react'
import '@askfirst/react/styles.css'
import { madeUp } from '../../../.storybook/vendors.ts'

/** Milliseconds from a press until what it asks for is painted and the page is free to answer the next one. */
export interface Times {
  /** The preferences are open and have the focus. */
  readonly opened: number
  /** A category shows its companies. */
  readonly unfolded: number
  /** A company is ticked, and its category counts it. */
  readonly ticked: number
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)

/** A task that comes after the frame is painted. */
const task = (): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    port2.postMessage(null)
  })

async function timeOf(press: () => void, isDone: () => boolean): Promise<number> {
  await task()
  await frame()
  const start = performance.now()
  press()
  do {
    await frame()
    await task()
  } while (!isDone())
  return performance.now() - start
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

const rows = (): number => document.querySelectorAll('[data-askfirst="vendor"]').length

/** One visit to the preferences of a site with so many companies, all of them in one category. */
export async function visit(count: number): Promise<Times> {
  const vendors = Array.from({ length: count }, (_, place) =>
    madeUp(`vendor-${place}`, `Company ${place}`, 'analytics'),
  )
  const root = createRoot(document.body)
  root.render(
    <ConsentProvider store={createConsentStore({ vendors, storage: memoryStorage() })}>
      <PreferencesTrigger />
      <Preferences />
    </ConsentProvider>,
  )
  await frame()
  await frame()
  const opened = await timeOf(
    () => find('[data-askfirst="preferences-trigger"]').click(),
    () => document.activeElement?.closest('[role="dialog"]') !== null,
  )
  const summary = find('[data-category="analytics"] summary')
  const unfolded = await timeOf(
    () => summary.click(),
    () => rows() > 0,
  )
  while (rows() < count) await frame()
  const ticked = await timeOf(
    () => find('[data-vendor="vendor-1"] input').click(),
    () => summary.textContent.startsWith(`1 of ${count} `),
  )
  root.unmount()
  return { opened, unfolded, ticked }
}
