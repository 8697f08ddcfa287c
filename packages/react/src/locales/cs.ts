import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Vaše volby soukromí',
  bannerText:
    'Služby jiných firem ({count}) mohou ukládat data do vašeho zařízení a získávat data o vás. Rozhodnutí můžete kdykoli změnit v části „Volby soukromí“.',
  bannerNew: 'Nové od vašeho rozhodnutí: {names}.',
  acceptAll: 'Přijmout vše',
  rejectAll: 'Odmítnout vše',
  choose: 'Vybrat',
  chatStart: 'Začít chat',
  chatUnavailable: 'Chat teď nelze otevřít.',
  preferences: 'Volby soukromí',
  signalShort: 'signál soukromí respektován',
  preferencesFailed: 'Volby soukromí se neotevřely. Zkontrolujte připojení a zkuste to znovu.',
}

export const later = () => [import('./cs-chat.ts'), import('./cs-preferences.ts'), import('./cs-record.ts')] as const
