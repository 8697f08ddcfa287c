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
  frameShow: 'Taispeáin “{title}”',
  frameFailed:
    'Níor lódáladh {name}. Tá rud éigin sa bhrabhsálaí nó sa líonra seo, nó i socruithe an tsuímh seo, á bhac.',
  frameProvider: 'Is é {operator} a sholáthraíonn é seo. Ní lódálfar é ach má cheadaíonn tú é.',
  frameAllow: 'Ceadaigh {name}',
  frameRemoved:
    'Baineadh {name} den leathanach seo. An méid a choinníonn sé ar a shuíomh féin, ní féidir leis an leathanach seo é a scriosadh.',
}

export const later = () => [import('./ga-chat.ts'), import('./ga-preferences.ts'), import('./ga-record.ts')] as const
