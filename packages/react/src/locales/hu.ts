import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Az Ön adatvédelmi választásai',
  bannerText:
    'Más cégek szolgáltatásai ({count}) adatokat tárolhatnak az eszközén, és adatokat kaphatnak Önről. Döntését bármikor megváltoztathatja itt: „Adatvédelmi választások”.',
  bannerNew: 'Új a döntése óta: {names}.',
  acceptAll: 'Összes elfogadása',
  rejectAll: 'Összes elutasítása',
  choose: 'Választás',
  chatStart: 'Csevegés indítása',
  chatUnavailable: 'A csevegés most nem nyitható meg.',
  preferences: 'Adatvédelmi választások',
  signalShort: 'adatvédelmi jelzés figyelembe véve',
  preferencesFailed: 'Az adatvédelmi választások nem nyíltak meg. Ellenőrizze a kapcsolatot, és próbálja újra.',
}

export const later = () => [import('./hu-chat.ts'), import('./hu-preferences.ts'), import('./hu-record.ts')] as const
