import type { Messages } from '@askfirst/react'

/** German: long words, for long labels. */
export const german = {
  bannerTitle: 'Ihre Datenschutzeinstellungen',
  bannerText:
    'Dienste anderer Unternehmen ({count}) können Informationen auf Ihrem Gerät speichern und Daten über Sie erhalten. Sie können Ihre Entscheidung jederzeit ändern.',
  bannerNew: 'Neu seit Ihrer Entscheidung: {names}.',
  acceptAll: 'Alle Dienste akzeptieren',
  rejectAll: 'Alle Dienste ablehnen',
  choose: 'Einzelne Datenschutzeinstellungen auswählen',
  preferences: 'Datenschutzeinstellungen',
  chatStart: 'Unterhaltung beginnen',
  chatTitle: 'Unterhaltung mit dem Kundendienst',
  chatProvider: 'Die Unterhaltung wird von {operator} bereitgestellt und lädt nur mit Ihrer Erlaubnis.',
  chatSends: 'Übermittelt werden {data}.',
  chatStores: 'Auf diesem Gerät gespeichert: {stored}.',
  chatWithdraw: 'Sie können das jederzeit unter „Datenschutzeinstellungen“ zurücknehmen.',
  chatAllow: 'Unterhaltung dauerhaft erlauben',
  chatOnce: 'Nur für diese Unterhaltung',
  chatNotNow: 'Jetzt lieber nicht',
  chatOther: 'So erreichen Sie uns sonst',
} as const satisfies Partial<Messages>
