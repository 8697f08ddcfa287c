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
  frameShow: 'Mostrar «{title}»',
  frameFailed:
    '{name} no se ha cargado. Algo lo bloquea en este navegador, en esta red o en los ajustes de este sitio.',
  frameProvider: '{operator} ofrece esto. Solo se carga si usted lo permite.',
  frameAllow: 'Permitir {name}',
  frameRemoved: '{name} se ha retirado de esta página. Lo que guarda en su propio sitio no puede borrarlo esta página.',
}

export const later = () => [import('./es-chat.ts'), import('./es-preferences.ts'), import('./es-record.ts')] as const
