import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Dina integritetsval',
  bannerText:
    'Tjänster från andra företag ({count}) kan spara data på din enhet och få data om dig. Du kan ändra dig när som helst under ”Integritetsval”.',
  bannerNew: 'Nytt sedan du bestämde dig: {names}.',
  acceptAll: 'Godkänn alla',
  rejectAll: 'Avvisa alla',
  choose: 'Välj',
  chatStart: 'Starta chatten',
  chatUnavailable: 'Chatten kan inte öppnas just nu.',
  preferences: 'Integritetsval',
  signalShort: 'integritetssignal följs',
  preferencesFailed: 'Integritetsvalen öppnades inte. Kontrollera din anslutning och försök igen.',
}

export const later = () => [import('./sv-chat.ts'), import('./sv-preferences.ts'), import('./sv-record.ts')] as const
