import type { Answers, ConsentState } from '@askfirst/core'
import type { VendorFacts } from './vendor-facts.ts'

/**
 * What a bug report needs, as text: no number of a visitor, no address of a page, no value of any key. What looks like a
 * number, a token or an e-mail address within a name is left out as well.
 */
export function bugReport(state: ConsentState, vendors: readonly VendorFacts[], userAgent: string): string {
  const { record, policy, revision, locale, signal, inDoubt, asked, dismissed } = state
  const lines = [
    'Askfirst',
    `policy ${policy.id}, revision ${revision}, locale ${locale}, signal ${signal || 'none'}`,
    `asked: ${asked.join(', ') || 'nothing'}${inDoubt ? ', in doubt' : ''}${dismissed ? ', banner closed' : ''}`,
    record
      ? `record: ${new Date(record.time).toISOString()} in ${record.surface}, policy ${record.policy}, revision ${record.revision}`
      : 'record: none',
    ...(record ? [`  categories: ${answers(record.categories)}`, `  vendors: ${answers(record.vendors)}`] : []),
    ...vendors.flatMap(({ vendor, allowed, reason, status, requested, present, removed, remaining }) => [
      `${vendor.id}: ${allowed ? 'allowed' : 'not allowed'} (${reason}), ${status}`,
      `  requested: ${list(requested)}`,
      `  here: ${list(present)}`,
      `  removed: ${list(removed)}`,
      `  remaining: ${list(remaining)}`,
    ]),
    userAgent,
  ]
  return `${lines.join('\n')}\n`
}

const answers = (given: Answers): string => list([...given].map(([name, { decision }]) => `${name} ${decision}`))

const list = (items: readonly string[]): string => items.map(masked).join(', ') || 'none'

/** E-mail addresses, and words of 16 characters or more with a digit in them. */
const masked = (text: string): string => text.replace(/[^\s/@]+@[^\s/@]+/g, '…').replace(/(?=[\w-]*\d)[\w-]{16,}/g, '…')
