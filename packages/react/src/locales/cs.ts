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
  frameShow: 'Zobrazit „{title}“',
  frameFailed: '{name}: nenačteno. Něco v tomto prohlížeči, síti nebo nastavení tohoto webu to blokuje.',
  frameProvider: 'Toto poskytuje {operator}. Načte se, jen pokud to povolíte.',
  frameAllow: 'Povolit {name}',
  frameRemoved: 'Z této stránky bylo odebráno: {name}. Co uchovává na vlastním webu, tato stránka smazat nemůže.',
}

export const later = () => [import('./cs-chat.ts'), import('./cs-preferences.ts'), import('./cs-record.ts')] as const
