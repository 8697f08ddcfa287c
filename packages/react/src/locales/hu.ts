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
  frameShow: 'Megjelenítés: „{title}”',
  frameFailed:
    'Nem töltött be: {name}. Valami blokkolja ebben a böngészőben, hálózatban vagy a webhely beállításaiban.',
  frameProvider: 'Ezt nyújtja: {operator}. Csak akkor tölt be, ha Ön engedélyezi.',
  frameAllow: 'Engedélyezés: {name}',
  frameRemoved:
    'Eltávolítva erről az oldalról: {name}. Amit a saját webhelyén tárol, azt ez az oldal nem tudja törölni.',
}

export const later = () => [import('./hu-chat.ts'), import('./hu-preferences.ts'), import('./hu-record.ts')] as const
