import type { FirstMessages } from '../locales/translation.ts'
import type { Messages } from '../messages/messages.ts'
import type { Locale } from './locales.ts'

/** The texts of one surface, in a chunk of their own. */
interface Texts {
  readonly messages: Partial<Messages>
}

interface First extends Texts {
  readonly messages: FirstMessages
  readonly later: () => readonly Promise<Texts>[]
}

/** Banner and buttons; what is said later is in chunks of its own. */
const chunks: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<First>>> = {
  bg: () => import('../locales/bg.ts'),
  cs: () => import('../locales/cs.ts'),
  da: () => import('../locales/da.ts'),
  de: () => import('../locales/de.ts'),
  el: () => import('../locales/el.ts'),
  es: () => import('../locales/es.ts'),
  et: () => import('../locales/et.ts'),
  fi: () => import('../locales/fi.ts'),
  fr: () => import('../locales/fr.ts'),
  ga: () => import('../locales/ga.ts'),
  hr: () => import('../locales/hr.ts'),
  hu: () => import('../locales/hu.ts'),
  it: () => import('../locales/it.ts'),
  lt: () => import('../locales/lt.ts'),
  lv: () => import('../locales/lv.ts'),
  mt: () => import('../locales/mt.ts'),
  nl: () => import('../locales/nl.ts'),
  pl: () => import('../locales/pl.ts'),
  pt: () => import('../locales/pt.ts'),
  ro: () => import('../locales/ro.ts'),
  sk: () => import('../locales/sk.ts'),
  sl: () => import('../locales/sl.ts'),
  sv: () => import('../locales/sv.ts'),
  nb: () => import('../locales/nb.ts'),
  is: () => import('../locales/is.ts'),
  uk: () => import('../locales/uk.ts'),
  tr: () => import('../locales/tr.ts'),
  ar: () => import('../locales/ar.ts'),
  he: () => import('../locales/he.ts'),
  ja: () => import('../locales/ja.ts'),
  ko: () => import('../locales/ko.ts'),
  'zh-Hans': () => import('../locales/zh-Hans.ts'),
  'zh-Hant': () => import('../locales/zh-Hant.ts'),
  'pt-BR': () => import('../locales/pt-BR.ts'),
  'es-419': () => import('../locales/es-419.ts'),
}

/** Shows what banner and buttons say and then, after `pause`, all that could be fetched. */
export async function loadInTurn(
  locale: Locale,
  show: (messages: Partial<Messages>) => void,
  pause: () => Promise<unknown>,
): Promise<void> {
  if (locale === 'en') return show({})
  const { messages, later } = await chunks[locale]()
  show(messages)
  await pause()
  const texts = (await Promise.allSettled(later())).map((text) =>
    text.status === 'fulfilled' ? text.value.messages : {},
  )
  show(Object.assign({}, messages, ...texts))
}

/** All texts of a language, for `<ConsentProvider messages>`. None for English, which the components speak anyway. */
export async function loadMessages(locale: Locale): Promise<Partial<Messages>> {
  if (locale === 'en') return {}
  const { messages, later } = await chunks[locale]()
  const texts = await Promise.all(later())
  return Object.assign({}, messages, ...texts.map((text) => text.messages))
}
