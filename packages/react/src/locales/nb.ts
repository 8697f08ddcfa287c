import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Dine personvernvalg',
  bannerText:
    'Tjenester fra andre selskaper ({count}) kan lagre data på enheten din og motta data om deg. Du kan når som helst ombestemme deg under «Personvernvalg».',
  bannerNew: 'Nytt siden du valgte: {names}.',
  acceptAll: 'Godta alle',
  rejectAll: 'Avvis alle',
  choose: 'Velg',
  chatStart: 'Start chat',
  chatUnavailable: 'Chatten kan ikke åpnes akkurat nå.',
  preferences: 'Personvernvalg',
  signalShort: 'personvernsignal følges',
  preferencesFailed: 'Personvernvalgene ble ikke åpnet. Sjekk tilkoblingen og prøv igjen.',
}

export const later = () => [import('./nb-chat.ts'), import('./nb-preferences.ts'), import('./nb-record.ts')] as const
