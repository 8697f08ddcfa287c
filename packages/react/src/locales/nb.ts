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
  frameShow: 'Vis «{title}»',
  frameFailed:
    '{name} ble ikke lastet. Noe i nettleseren, nettverket eller innstillingene til nettstedet blokkerer det.',
  frameProvider: '{operator} leverer dette. Det lastes bare hvis du tillater det.',
  frameAllow: 'Tillat {name}',
  frameRemoved: '{name} er fjernet fra denne siden. Det som lagres på dets eget nettsted, kan ikke siden slette.',
}

export const later = () => [import('./nb-chat.ts'), import('./nb-preferences.ts'), import('./nb-record.ts')] as const
