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
  frameShow: 'Prikaži „{title}“',
  frameFailed: '{name}: ni naloženo. Nekaj v tem brskalniku, omrežju ali nastavitvah tega spletnega mesta to blokira.',
  frameProvider: 'To zagotavlja {operator}. Naloži se le, če to dovolite.',
  frameAllow: 'Dovoli {name}',
  frameRemoved: 'S te strani je odstranjeno: {name}. Kar hrani na svojem spletnem mestu, ta stran ne more izbrisati.',
}

export const later = () => [import('./sl-chat.ts'), import('./sl-preferences.ts'), import('./sl-record.ts')] as const
