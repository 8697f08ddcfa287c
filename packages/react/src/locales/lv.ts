import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Jūsu privātuma izvēles',
  bannerText:
    'Citu uzņēmumu pakalpojumi ({count}) var glabāt datus jūsu ierīcē un saņemt datus par jums. Lēmumu jebkurā laikā varat mainīt sadaļā „Privātuma izvēles”.',
  bannerNew: 'Jauns kopš jūsu lēmuma: {names}.',
  acceptAll: 'Pieņemt visu',
  rejectAll: 'Noraidīt visu',
  choose: 'Izvēlēties',
  chatStart: 'Sākt tērzēšanu',
  chatUnavailable: 'Tērzēšanu pašlaik nevar atvērt.',
  preferences: 'Privātuma izvēles',
  signalShort: 'privātuma signāls ievērots',
  preferencesFailed: 'Privātuma izvēles neatvērās. Pārbaudiet savienojumu un mēģiniet vēlreiz.',
  frameShow: 'Rādīt „{title}”',
  frameFailed: '{name}: netika ielādēts. Kaut kas šajā pārlūkā, tīklā vai šīs vietnes iestatījumos to bloķē.',
  frameProvider: 'To nodrošina {operator}. Tas tiek ielādēts tikai ar jūsu atļauju.',
  frameAllow: 'Atļaut: {name}',
  frameRemoved: 'No šīs lapas noņemts: {name}. To, ko tas glabā savā vietnē, šī lapa nevar izdzēst.',
}

export const later = () => [import('./lv-chat.ts'), import('./lv-preferences.ts'), import('./lv-record.ts')] as const
