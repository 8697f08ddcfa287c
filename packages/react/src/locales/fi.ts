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
  frameShow: 'Näytä ”{title}”',
  frameFailed: '{name} ei latautunut. Jokin tässä selaimessa, verkossa tai sivuston asetuksissa estää sen.',
  frameProvider: 'Tämän tarjoaa {operator}. Se latautuu vain, jos sallit sen.',
  frameAllow: 'Salli {name}',
  frameRemoved: '{name} on poistettu tältä sivulta. Omalle sivustolleen tallentamaansa tämä sivu ei voi poistaa.',
}

export const later = () => [import('./fi-chat.ts'), import('./fi-preferences.ts'), import('./fi-record.ts')] as const
