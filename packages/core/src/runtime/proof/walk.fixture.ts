import { Site, type Flaw } from './site.fixture.ts'
import { ids, type Step, type Walk } from './steps.fixture.ts'
import type { Surroundings } from './surroundings.fixture.ts'

/** Longer than any removal takes, in steps that let one part of it follow on the other. */
const removal: readonly Step[] = [1, 2_500, 5_500].map((milliseconds) => ({ do: 'wait', milliseconds }))

const out = ids.flatMap((id) => ([0, 1] as const).map((tab): Step => ({ do: 'signOut', tab, id })))

const gone = ids.map((id) => ({ expect: 'blocked', id }) as const)

/** After whatever happened: everything can be taken down, in both tabs. */
const down: readonly (Step | Expectation)[] = [...out, { do: 'rejectAll', tab: 1 }, ...removal, ...gone]

/** And then loaded again by a click, and taken down. */
function again(): readonly (Step | Expectation)[] {
  const here = (id: (typeof ids)[number]): readonly (Step | Expectation)[] => [
    { do: 'grant', tab: 0, id },
    { do: 'open', tab: 0, id },
    { expect: 'loading', id },
    { do: 'ready', tab: 0, id },
    { do: 'wait', milliseconds: 200 },
    { expect: 'ready', id },
  ]
  return [...ids.flatMap(here), { do: 'withdraw', tab: 1, id: 'one' }, { do: 'rejectAll', tab: 0 }, ...removal, ...gone]
}

interface Expectation {
  readonly expect: 'blocked' | 'loading' | 'ready'
  readonly id: (typeof ids)[number]
}

const anew = again()

export interface Outcome {
  readonly steps: number
  /** What went wrong first; empty if nothing did. */
  readonly wrong: readonly string[]
}

/** Where the last walk went wrong, or is still under way. */
const afterFault = new WeakSet<Surroundings>()

/** Takes all steps of a walk, and then those that take everything down, looking at both tabs after each. */
export async function take(around: Surroundings, walk: Walk, flaw?: Flaw): Promise<Outcome> {
  await around.prepare(walk.hasChannel, afterFault.has(around))
  afterFault.add(around)
  const site = new Site(around, walk, flaw)
  let steps = 0
  try {
    for (const step of [...walk.steps, ...down, ...(walk.comesBack ? anew : [])]) {
      if ('expect' in step) {
        const { status } = site.tabs[0].guests.find(({ id }) => id === step.id)?.controller?.getState() ?? {}
        if (status !== step.expect) return { steps, wrong: [`at the end ${step.id} is ${status}, not ${step.expect}`] }
        continue
      }
      if (step.do === 'signOut' && !site.tabs[step.tab].plain.signedIn.has(step.id)) continue
      await site.take(step)
      steps++
      const wrong = site.wrong()
      if (wrong.length > 0) return { steps, wrong: [...wrong, `after ${JSON.stringify(step)}, step ${steps}`] }
    }
    const changed = site.changed()
    if (changed.length === 0) afterFault.delete(around)
    return { steps, wrong: changed }
  } finally {
    site.close()
  }
}
