import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Vaše voľby súkromia',
  bannerText:
    'Služby iných firiem ({count}) môžu ukladať dáta do vášho zariadenia a získavať dáta o vás. Rozhodnutie môžete kedykoľvek zmeniť v časti „Voľby súkromia“.',
  bannerNew: 'Nové od vášho rozhodnutia: {names}.',
  acceptAll: 'Prijať všetko',
  rejectAll: 'Odmietnuť všetko',
  choose: 'Vybrať',
  chatStart: 'Začať čet',
  chatUnavailable: 'Čet sa teraz nedá otvoriť.',
  preferences: 'Voľby súkromia',
  signalShort: 'signál súkromia rešpektovaný',
  preferencesFailed: 'Voľby súkromia sa neotvorili. Skontrolujte pripojenie a skúste to znova.',
  frameShow: 'Zobraziť „{title}“',
  frameFailed: '{name}: nenačítané. Niečo v tomto prehliadači, sieti alebo nastaveniach tohto webu to blokuje.',
  frameProvider: 'Toto poskytuje {operator}. Načíta sa, len ak to povolíte.',
  frameAllow: 'Povoliť {name}',
  frameRemoved: 'Z tejto stránky bolo odstránené: {name}. Čo uchováva na vlastnom webe, táto stránka zmazať nemôže.',
}

export const later = () => [import('./sk-chat.ts'), import('./sk-preferences.ts'), import('./sk-record.ts')] as const
