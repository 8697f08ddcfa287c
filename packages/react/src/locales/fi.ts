import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Yksityisyysvalintasi',
  bannerText:
    'Muiden yritysten palvelut ({count}) voivat tallentaa tietoja laitteellesi ja saada tietoja sinusta. Voit muuttaa mieltäsi milloin tahansa kohdassa ”Yksityisyysvalinnat”.',
  bannerNew: 'Uutta päätöksesi jälkeen: {names}.',
  acceptAll: 'Hyväksy kaikki',
  rejectAll: 'Hylkää kaikki',
  choose: 'Valitse',
  chatStart: 'Aloita chat',
  chatUnavailable: 'Chatia ei voi avata juuri nyt.',
  preferences: 'Yksityisyysvalinnat',
  signalShort: 'yksityisyyssignaalia noudatetaan',
  preferencesFailed: 'Yksityisyysvalinnat eivät avautuneet. Tarkista yhteytesi ja yritä uudelleen.',
}

export const later = () => [import('./fi-chat.ts'), import('./fi-preferences.ts'), import('./fi-record.ts')] as const
