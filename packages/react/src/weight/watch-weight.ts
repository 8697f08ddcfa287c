import { layoutMistakes } from './layout-mistakes.ts'
import { reportOn } from './report.ts'

const asking = '[data-askfirst=banner], [data-askfirst=preferences], [data-askfirst=panel]'
const placed = '[data-askfirst=banner], [data-askfirst=chat]'

/** Reasons for looking again at what has not changed itself: a scheme or theme that was chosen by hand. */
const themes = ['class', 'data-theme', 'data-askfirst-scheme']

const said = new Set<string>()

/**
 * In development: looks at every place that asks, as it is painted, and warns once in figures when a no is harder to see
 * than its yes, or something too faint or small to be used. Returns how to stop.
 */
export function watchWeight(): () => void {
  // Nothing is painted in a page that is no browser's.
  if (!('getAnimations' in document)) return () => undefined
  let seen = new WeakSet<Element>()

  function look(): void {
    for (const element of document.querySelectorAll(`${asking}, ${placed}`)) {
      if (seen.has(element)) continue
      seen.add(element)
      if (element.matches(placed)) layoutMistakes(element).forEach(warn)
      if (element.matches(asking)) void settled(element).then(() => reportOn(element).forEach(warn))
    }
  }

  function lookAnew(): void {
    seen = new WeakSet()
    look()
  }

  const arrivals = new MutationObserver(look)
  const changes = new MutationObserver(lookAnew)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  arrivals.observe(document.body, { childList: true, subtree: true })
  for (const element of [document.documentElement, document.body])
    changes.observe(element, { attributes: true, attributeFilter: themes })
  scheme.addEventListener('change', lookAnew)
  look()
  return () => {
    arrivals.disconnect()
    changes.disconnect()
    scheme.removeEventListener('change', lookAnew)
  }
}

function warn(report: string): void {
  if (said.has(report)) return
  said.add(report)
  console.warn(report)
}

/** Once it has come in and is painted: what is still fading in is fainter than it will be. */
async function settled(element: Element): Promise<void> {
  const moving = element.getAnimations({ subtree: true }).filter(({ effect }) => {
    return effect?.getComputedTiming().endTime !== Infinity
  })
  await Promise.allSettled(moving.map(({ finished }) => finished))
  await new Promise((resolve) => requestAnimationFrame(resolve))
}
