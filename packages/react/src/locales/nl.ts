import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Uw privacykeuzes',
  bannerText:
    'Diensten van andere bedrijven ({count}) kunnen gegevens op uw apparaat bewaren en gegevens over u ontvangen. U kunt dit altijd wijzigen onder “Privacykeuzes”.',
  bannerNew: 'Nieuw sinds uw keuze: {names}.',
  acceptAll: 'Alles accepteren',
  rejectAll: 'Alles weigeren',
  choose: 'Kiezen',
  chatStart: 'Chat starten',
  chatUnavailable: 'De chat kan nu niet worden geopend.',
  preferences: 'Privacykeuzes',
  signalShort: 'privacysignaal gevolgd',
  preferencesFailed: 'De privacykeuzes gingen niet open. Controleer uw verbinding en probeer het opnieuw.',
  frameShow: '“{title}” tonen',
  frameFailed:
    '{name} is niet geladen. Iets in deze browser, dit netwerk of de instellingen van deze site houdt het tegen.',
  frameProvider: '{operator} levert dit. Het wordt pas geladen als u dat toestaat.',
  frameAllow: '{name} toestaan',
  frameRemoved:
    '{name} is van deze pagina verwijderd. Wat het op zijn eigen site bewaart, kan deze pagina niet wissen.',
}

export const later = () => [import('./nl-chat.ts'), import('./nl-preferences.ts'), import('./nl-record.ts')] as const
