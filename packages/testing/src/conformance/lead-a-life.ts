import type { Expect } from './check.ts'
import type { Subject } from './subject.ts'

/** In milliseconds. */
const slow = 150

/** Every answer of the vendor takes its time, so that a check can look meanwhile. */
export async function slowDown({ context, isVendors }: Subject): Promise<void> {
  await context.route(isVendors, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slow))
    await route.fallback()
  })
}

/** Allowed, asked for, and live. */
export async function getReady(subject: Subject, expect: Expect): Promise<void> {
  await subject.call('grant')
  if (subject.isChat) await subject.call('open')
  const { status, failure } = await subject.until('ready', 'failed')
  expect(status, `the adapter gets ready (${failure ?? 'no failure'})`).toBe('ready')
}

/** As `getReady`, and to be seen. */
export async function bringUp(subject: Subject, expect: Expect): Promise<void> {
  await getReady(subject, expect)
  if (subject.isChat) await seesWindow(subject, expect)
}

export async function seesWindow({ page, options }: Subject, expect: Expect): Promise<void> {
  if (options.window) await expect(options.window(page), 'the visitor sees the chat that they opened').toBeVisible()
}

/** Withdrawn, and gone: the report says so, and it is true. */
export async function takeDown(subject: Subject, expect: Expect): Promise<void> {
  await subject.call('withdraw')
  const { report } = await subject.until('blocked')
  expect(report?.remaining, 'the removal report names nothing that remains').toEqual([])
}
