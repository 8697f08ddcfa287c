import { mistake } from '@askfirst/core'
import { harderToSee, tooLow } from './compare.ts'
import { lookOf } from './look.ts'

/** Each place with a yes, and the answers in it by name. */
const places = [
  { place: 'banner', yes: 'accept', no: 'reject' },
  { place: 'preferences', yes: 'accept', no: 'reject' },
  { place: 'panel', yes: 'allow', no: 'not-now' },
] as const

const docs = 'see docs/theming.md, “The warning”'

/** What is wrong with the look of a place that asks, in figures. */
export function reportOn(root: Element): readonly string[] {
  const asked = places.find(({ place }) => root.getAttribute('data-askfirst') === place)
  const yes = asked && root.querySelector(`[data-askfirst=${asked.yes}]`)
  if (!asked || !yes || root.getClientRects().length === 0) return []
  const no = root.querySelector(`[data-askfirst=${asked.no}]`)
  const found = no ? harderToSee(lookOf(no), lookOf(yes)) : ['it is not there']
  const faint = readable(root).flatMap((element) => tooLow(lookOf(element), element.matches('button, a')))
  const { words } = lookOf(yes)
  const reports: string[] = []
  if (found.length > 0)
    reports.push(
      say(
        `in the ${asked.place}, ${no ? `“${lookOf(no).words}”` : 'the refusal'} is harder to see than “${words}”: ${found.join('; ')}`,
        'so a yes that is given there may not count: refusing has to be as easy as accepting, with no help from colour or size (EDPB cookie banner taskforce report of 17 January 2023, paragraphs 8 and 13 to 18; CNIL recommendation 2020-092; CCPA regulations § 7004)',
        `Give both the same rule, or the same \`render\` or \`button\` element; ${docs}`,
      ),
    )
  if (faint.length > 0)
    reports.push(
      say(
        `in the ${asked.place}, ${faint.join('; ')}`,
        'so it cannot be read or pressed by everyone who is asked, and what is not understood is no consent (WCAG 2.2 AA; GDPR Article 4(11))',
        `Change the colours or sizes, most likely by the \`--askfirst-…\` properties; ${docs}`,
      ),
    )
  return reports
}

export const say = (what: string, why: string, fix: string): string => mistake(what, [why, fix]).message

/** What has words of its own. */
function readable(root: Element): readonly Element[] {
  return [...root.querySelectorAll('h2, h3, p, a, button, label, summary, dt, dd, li')].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
  )
}
