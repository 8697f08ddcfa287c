import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Vaše izbire zasebnosti',
  bannerText:
    'Storitve drugih podjetij ({count}) lahko shranjujejo podatke v vaši napravi in prejemajo podatke o vas. Odločitev lahko kadar koli spremenite pod „Izbire zasebnosti“.',
  bannerNew: 'Novo od vaše odločitve: {names}.',
  acceptAll: 'Sprejmi vse',
  rejectAll: 'Zavrni vse',
  choose: 'Izberi',
  chatStart: 'Začni klepet',
  chatUnavailable: 'Klepeta trenutno ni mogoče odpreti.',
  preferences: 'Izbire zasebnosti',
  signalShort: 'signal zasebnosti upoštevan',
  preferencesFailed: 'Izbire zasebnosti se niso odprle. Preverite povezavo in poskusite znova.',
}

export const later = () => [import('./sl-chat.ts'), import('./sl-preferences.ts'), import('./sl-record.ts')] as const
