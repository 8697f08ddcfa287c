import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Sus opciones de privacidad',
  bannerText:
    'Servicios de otras empresas ({count}) pueden utilizar cookies, guardar datos en su dispositivo y recibir datos sobre usted. Cambie de opinión cuando quiera en “Opciones de privacidad”.',
  bannerNew: 'Nuevo desde su decisión: {names}.',
  acceptAll: 'Aceptar todo',
  rejectAll: 'Rechazar todo',
  choose: 'Elegir',
  chatStart: 'Iniciar el chat',
  chatUnavailable: 'El chat no se puede abrir por el momento.',
  preferences: 'Opciones de privacidad',
  signalShort: 'señal de privacidad respetada',
  preferencesFailed: 'Las opciones de privacidad no se abrieron. Verifique su conexión e vuelva a intentarlo.',
  frameShow: 'Mostrar “{title}”',
  frameFailed:
    '{name} no se cargó. Algo lo bloquea en este navegador, en esta red o en la configuración de este sitio.',
  frameProvider: '{operator} ofrece esto. Solo se carga si usted lo permite.',
  frameAllow: 'Permitir {name}',
  frameRemoved: '{name} se quitó de esta página. Lo que guarda en su propio sitio no puede borrarlo esta página.',
}

export const later = () =>
  [import('./es-419-chat.ts'), import('./es-419-preferences.ts'), import('./es-419-record.ts')] as const
