import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { noTraces, pastNodes, recordTraces, settle, tracesOf } from '@askfirst/testing/playwright'
import type { Traces, Traffic } from '@askfirst/testing/playwright'

export { noTraces as untouched, pastNodes, recordTraces, settle as isIdle, tracesOf }
export type { Traces }

/** Nothing of a vendor is here, and never was. */
export async function expectNothing(page: Page, traffic: Traffic, own: Partial<Traces> = {}): Promise<void> {
  await settle(page)
  expect(await tracesOf(page)).toEqual({ ...noTraces, ...own })
  expect(await pastNodes(page)).toEqual([])
  expect(traffic.entries).toEqual([])
}
