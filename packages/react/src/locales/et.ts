import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Teie privaatsusvalikud',
  bannerText:
    'Teiste ettevõtete teenused ({count}) võivad salvestada andmeid teie seadmesse ja saada andmeid teie kohta. Saate alati meelt muuta jaotises „Privaatsusvalikud“.',
  bannerNew: 'Uus pärast teie otsust: {names}.',
  acceptAll: 'Nõustun kõigega',
  rejectAll: 'Keeldun kõigest',
  choose: 'Vali',
  chatStart: 'Alusta vestlust',
  chatUnavailable: 'Vestlust ei saa praegu avada.',
  preferences: 'Privaatsusvalikud',
  signalShort: 'privaatsussignaali järgitakse',
  preferencesFailed: 'Privaatsusvalikud ei avanenud. Kontrollige ühendust ja proovige uuesti.',
  frameShow: 'Näita „{title}“',
  frameFailed: '{name}: ei laaditud. Miski selles brauseris, võrgus või selle saidi seadetes tõkestab seda.',
  frameProvider: 'Seda pakub {operator}. See laaditakse ainult siis, kui te seda lubate.',
  frameAllow: 'Luba {name}',
  frameRemoved: '{name} on sellelt lehelt eemaldatud. Mida see hoiab oma saidil, seda see leht kustutada ei saa.',
}

export const later = () => [import('./et-chat.ts'), import('./et-preferences.ts'), import('./et-record.ts')] as const
