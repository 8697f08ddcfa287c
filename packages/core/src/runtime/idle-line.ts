/**
 * Begins one thing at a time, each when the browser is idle: what is on the screen is painted first, and two vendors
 * never start in the same task.
 */
export function createIdleLine(): (begin: () => void) => void {
  const waiting: (() => void)[] = []

  function next(): void {
    // A browser that cannot say when it is idle gets the time for a paint.
    const whenIdle = window.requestIdleCallback ?? ((begin) => setTimeout(begin, 50))
    whenIdle(beginFirst, { timeout: 2_000 })
  }

  function beginFirst(): void {
    waiting[0]?.()
    waiting.shift()
    if (waiting.length > 0) next()
  }

  return (begin) => {
    if (waiting.push(begin) === 1) next()
  }
}
