import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Sus opciones de privacidad',
  bannerText:
    'Servicios de otras empresas ({count}) pueden utilizar cookies, guardar datos en su dispositivo y recibir datos sobre usted. Cambie de opinión cuando quiera en «Opciones de privacidad».',
  bannerNew: 'Nuevo desde su decisión: {names}.',
  acceptAll: 'Aceptar todo',
  rejectAll: 'Rechazar todo',
  choose: 'Elegir',
  chatStart: 'Iniciar el chat',
  chatUnavailable: 'El chat no se puede abrir en este momento.',
  preferences: 'Opciones de privacidad',
  signalShort: 'señal de privacidad respetada',
  preferencesFailed: 'Las opciones de privacidad no se han abierto. Compruebe su conexión e inténtelo de nuevo.',
}

export const later = () => [import('./es-chat.ts'), import('./es-preferences.ts'), import('./es-record.ts')] as const
