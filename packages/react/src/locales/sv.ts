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
  frameShow: 'Visa ”{title}”',
  frameFailed: '{name} laddades inte. Något i webbläsaren, nätverket eller webbplatsens inställningar blockerar det.',
  frameProvider: '{operator} tillhandahåller detta. Det laddas bara om du tillåter det.',
  frameAllow: 'Tillåt {name}',
  frameRemoved: '{name} har tagits bort från sidan. Det som sparas på dess egen webbplats kan sidan inte radera.',
}

export const later = () => [import('./sv-chat.ts'), import('./sv-preferences.ts'), import('./sv-record.ts')] as const
