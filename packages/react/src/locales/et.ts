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
}

export const later = () => [import('./et-chat.ts'), import('./et-preferences.ts'), import('./et-record.ts')] as const
