import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Do roghanna príobháideachais',
  bannerText:
    'D’fhéadfadh seirbhísí cuideachtaí eile ({count}) sonraí a stóráil ar do ghléas agus sonraí fút a fháil. Is féidir leat d’intinn a athrú am ar bith faoi “Roghanna príobháideachais”.',
  bannerNew: 'Nua ó rinne tú cinneadh: {names}.',
  acceptAll: 'Glac le gach rud',
  rejectAll: 'Diúltaigh do gach rud',
  choose: 'Roghnaigh',
  chatStart: 'Tosaigh comhrá',
  chatUnavailable: 'Ní féidir an comhrá a oscailt faoi láthair.',
  preferences: 'Roghanna príobháideachais',
  signalShort: 'comhartha príobháideachais á chomhlíonadh',
  preferencesFailed: 'Níor osclaíodh na roghanna príobháideachais. Seiceáil do nasc agus bain triail eile as.',
}

export const later = () => [import('./ga-chat.ts'), import('./ga-preferences.ts'), import('./ga-record.ts')] as const
