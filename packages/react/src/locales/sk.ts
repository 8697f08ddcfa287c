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
}

export const later = () => [import('./sk-chat.ts'), import('./sk-preferences.ts'), import('./sk-record.ts')] as const
