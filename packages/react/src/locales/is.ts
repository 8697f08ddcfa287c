import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Persónuverndarval þitt',
  bannerText:
    'Þjónusta annarra fyrirtækja ({count}) getur vistað gögn á tækinu þínu og fengið gögn um þig. Þú getur alltaf skipt um skoðun undir „Persónuverndarval“.',
  bannerNew: 'Nýtt frá ákvörðun þinni: {names}.',
  acceptAll: 'Samþykkja allt',
  rejectAll: 'Hafna öllu',
  choose: 'Velja',
  chatStart: 'Hefja spjall',
  chatUnavailable: 'Ekki er hægt að opna spjallið núna.',
  preferences: 'Persónuverndarval',
  signalShort: 'persónuverndarmerki virt',
  preferencesFailed: 'Persónuverndarvalið opnaðist ekki. Athugaðu tenginguna og reyndu aftur.',
  frameShow: 'Sýna „{title}“',
  frameFailed: '{name} hlóðst ekki. Eitthvað í þessum vafra, neti eða stillingum þessa vefs lokar á það.',
  frameProvider: '{operator} veitir þetta. Það hleðst aðeins ef þú leyfir það.',
  frameAllow: 'Leyfa {name}',
  frameRemoved:
    '{name} hefur verið fjarlægt af þessari síðu. Það sem geymt er á eigin vef þess getur þessi síða ekki eytt.',
}

export const later = () => [import('./is-chat.ts'), import('./is-preferences.ts'), import('./is-record.ts')] as const
