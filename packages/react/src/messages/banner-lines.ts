import { english } from './en-banner.ts'
import { fill } from './fill.ts'
import { lineOf } from './line-of.ts'
import type { Messages } from './messages.ts'

/** The lines of the banner as it comes: its title, what it asks, and its buttons. */
export function bannerLines(messages: Partial<Messages>, vendors: number, added: readonly string[]): readonly string[] {
  const { bannerTitle, bannerText, bannerNew, rejectAll, acceptAll, choose }: Messages = {
    ...english,
    ...messages,
  } as Messages // all that the banner needs of it
  const text = fill(bannerText, { count: vendors })
  const news = added.length > 0 ? `${fill(bannerNew, { names: added.join(', ') })} ` : ''
  return [bannerTitle, news + text, rejectAll, acceptAll, choose].map(lineOf)
}
