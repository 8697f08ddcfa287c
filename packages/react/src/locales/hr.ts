import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Vaši izbori privatnosti',
  bannerText:
    'Usluge drugih tvrtki ({count}) mogu pohranjivati podatke na vaš uređaj i primati podatke o vama. Odluku uvijek možete promijeniti pod „Izbori privatnosti”.',
  bannerNew: 'Novo od vaše odluke: {names}.',
  acceptAll: 'Prihvati sve',
  rejectAll: 'Odbij sve',
  choose: 'Odaberi',
  chatStart: 'Pokreni chat',
  chatUnavailable: 'Chat se trenutačno ne može otvoriti.',
  preferences: 'Izbori privatnosti',
  signalShort: 'signal privatnosti poštovan',
  preferencesFailed: 'Izbori privatnosti nisu se otvorili. Provjerite vezu i pokušajte ponovno.',
  frameShow: 'Prikaži „{title}”',
  frameFailed: '{name}: nije učitano. Nešto u ovom pregledniku, mreži ili postavkama ove stranice to blokira.',
  frameProvider: 'Ovo pruža {operator}. Učitava se samo ako to dopustite.',
  frameAllow: 'Dopusti {name}',
  frameRemoved:
    'S ove je stranice uklonjeno: {name}. Što čuva na vlastitim stranicama, ova stranica ne može izbrisati.',
}

export const later = () => [import('./hr-chat.ts'), import('./hr-preferences.ts'), import('./hr-record.ts')] as const
