import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Ihre Privatsphäre, Ihre Wahl',
  bannerText:
    'Dienste anderer Unternehmen ({count}) können Daten auf Ihrem Gerät speichern und Daten über Sie erhalten. Unter „Datenschutzeinstellungen“ können Sie das jederzeit ändern.',
  bannerNew: 'Neu seit Ihrer Entscheidung: {names}.',
  acceptAll: 'Alle akzeptieren',
  rejectAll: 'Alle ablehnen',
  choose: 'Auswählen',
  chatStart: 'Chat starten',
  chatUnavailable: 'Der Chat lässt sich gerade nicht öffnen.',
  preferences: 'Datenschutzeinstellungen',
  signalShort: 'Datenschutzsignal beachtet',
  preferencesFailed:
    'Die Datenschutzeinstellungen ließen sich nicht öffnen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
}

export const later = () => [import('./de-chat.ts'), import('./de-preferences.ts'), import('./de-record.ts')] as const
