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
  frameShow: '„{title}“ anzeigen',
  frameFailed:
    '{name} wurde nicht geladen. Etwas in diesem Browser, diesem Netzwerk oder den Einstellungen dieser Website blockiert es.',
  frameProvider: '{operator} stellt dies bereit. Es lädt nur, wenn Sie es erlauben.',
  frameAllow: '{name} erlauben',
  frameRemoved:
    '{name} wurde von dieser Seite entfernt. Was es auf seiner eigenen Website speichert, kann diese Seite nicht löschen.',
}

export const later = () => [import('./de-chat.ts'), import('./de-preferences.ts'), import('./de-record.ts')] as const
