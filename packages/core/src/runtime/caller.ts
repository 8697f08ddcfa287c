/** What V8 and WebKit have, and Firefox since 2025. */
interface StackCapture {
  stackTraceLimit?: number
  prepareStackTrace?: unknown
  captureStackTrace?: (into: object, after: (...values: never[]) => unknown) => void
}

/** An address with the place in the file behind it, as every browser writes it into a stack. */
const place = /(?:blob:)?[a-z][\w.+-]*:\/\/[^\s)]+/i

/** Native functions stand between a script and us, but not many. */
const depth = 8

const deep = 50

/**
 * The script that called `after`, by its address; empty where it has none. The nearest one counts:
 * a function of the page that a vendor calls back is still the page's.
 */
export function callerOf(after: (...values: never[]) => unknown): string {
  if ((Error as StackCapture).captureStackTrace) {
    // Nearly always the first line has it, and each line costs.
    return stackBelow(after, 1)[0] ?? stackBelow(after)[0] ?? ''
  }
  const [first = '', ...others] = stackBelow(after)
  // Here our own lines come first, up to the first of another file.
  return others.find((address) => address !== first) ?? ''
}

/** Whether any script that is at work now, also one that waits for another to return, is such a one. */
export function isAtWork(isSought: (script: string) => boolean): boolean {
  return stackBelow(isAtWork, deep).some(isSought)
}

function stackBelow(after: (...values: never[]) => unknown, limit = depth): readonly string[] {
  const errors = Error as StackCapture
  const { stackTraceLimit, prepareStackTrace } = errors
  const into: { stack?: unknown } = errors.captureStackTrace ? {} : new Error()
  if (!errors.captureStackTrace) return addressesIn(into.stack)
  // The page may have wishes of its own for its stacks.
  errors.stackTraceLimit = limit
  if (prepareStackTrace) errors.prepareStackTrace = undefined
  errors.captureStackTrace(into, after)
  const { stack } = into
  if (prepareStackTrace) errors.prepareStackTrace = prepareStackTrace
  if (stackTraceLimit !== undefined) errors.stackTraceLimit = stackTraceLimit
  return addressesIn(stack)
}

const addressesIn = (stack: unknown): readonly string[] =>
  typeof stack === 'string'
    ? stack.split('\n').flatMap((line) => place.exec(line)?.[0].replace(/(:\d+)+$/, '') ?? [])
    : []

/** The address of our own code. */
export function ownAddress(): string {
  const own = (): readonly string[] => stackBelow(own)
  return own()[0] ?? ''
}
