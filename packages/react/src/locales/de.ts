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
  chatTitle: 'Chatten Sie mit uns',
  chatProvider: '{operator} stellt diesen Chat bereit. Er lädt nur, wenn Sie es erlauben.',
  chatSends: 'Er erhält folgende Daten: {data}.',
  chatStores: 'Er speichert auf diesem Gerät: {stored}.',
  chatWithdraw: 'Unter „Datenschutzeinstellungen“ können Sie das jederzeit zurücknehmen.',
  chatAllow: 'Chat erlauben',
  chatOnce: 'Nur dieses Mal',
  chatNotNow: 'Jetzt nicht',
  chatOther: 'So erreichen Sie uns auch',
  chatLoading: 'Der Chat startet …',
  chatCancel: 'Abbrechen',
  chatFailed: {
    blocked:
      'Der Chat wurde nicht geladen. Etwas in diesem Browser oder Netzwerk blockiert ihn, oder sein Anbieter antwortet nicht.',
    csp: 'Der Chat wurde nicht geladen, weil in den Einstellungen dieser Website ein Fehler ist.',
    offline: 'Der Chat wurde nicht geladen, weil Sie anscheinend offline sind.',
    timeout: 'Der Chat braucht zu lange für eine Antwort.',
    vendor: 'Der Chat ist wegen eines Fehlers bei seinem Anbieter nicht gestartet.',
    unavailable: 'Der Chat hat geantwortet, ist aber nicht erschienen. Vielleicht ist er hier nicht eingeschaltet.',
    storage: 'Der Chat ist nicht gestartet. Dieser Browser kann für diese Website nichts mehr speichern.',
  },
  chatOnline: 'Sie sind wieder online.',
  chatRetry: 'Noch einmal versuchen',
  chatRemoving: '{name} wird entfernt …',
  chatRemoved: '{name} wurde von dieser Seite entfernt.',
  chatRemains: '{name} wurde entfernt, aber das ist noch da: {names}.',
  reload: 'Seite neu laden',
  dataKinds: {
    messages: 'Ihre Nachrichten',
    attachments: 'Dateien, die Sie anhängen',
    identity: 'Ihr Name und Ihre E-Mail-Adresse, falls Sie sie angeben',
    'page-address': 'die Adresse der Seite',
    referrer: 'die Seite, von der Sie kamen',
    browser: 'Angaben zu Ihrem Browser und Gerät',
    'ip-address': 'Ihre IP-Adresse',
    'visitor-id': 'eine Nummer, die Ihren Browser wiedererkennt',
    usage: 'wie Sie die Seite nutzen',
  },
  purposes: {
    'visitor-id': 'eine Nummer, die Ihren Browser wiedererkennt',
    session: 'der Stand Ihres Gesprächs',
    settings: 'Einstellungen des Dienstes',
    unpublished: 'Daten, deren Zweck der Anbieter nicht veröffentlicht',
  },
  policy: 'Datenschutzerklärung von {name}',
}

export const second = () => Promise.all([import('./de-preferences.ts'), import('./de-record.ts')])
