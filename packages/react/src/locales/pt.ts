import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'As suas opções de privacidade',
  bannerText:
    'Serviços de outras empresas ({count}) podem utilizar cookies, guardar dados no seu dispositivo e receber dados sobre si. Pode mudar de ideias a qualquer momento em «Opções de privacidade».',
  bannerNew: 'Novo desde a sua decisão: {names}.',
  acceptAll: 'Aceitar tudo',
  rejectAll: 'Rejeitar tudo',
  choose: 'Escolher',
  chatStart: 'Iniciar chat',
  chatUnavailable: 'Não é possível abrir o chat neste momento.',
  preferences: 'Opções de privacidade',
  signalShort: 'sinal de privacidade respeitado',
  preferencesFailed: 'As opções de privacidade não abriram. Verifique a sua ligação e tente de novo.',
  frameShow: 'Mostrar «{title}»',
  frameFailed: '{name} não foi carregado. Algo o bloqueia neste navegador, nesta rede ou nas definições deste site.',
  frameProvider: 'Isto é fornecido por {operator}. Só é carregado se o permitir.',
  frameAllow: 'Permitir {name}',
  frameRemoved: '{name} foi removido desta página. O que guarda no seu próprio site, esta página não pode apagar.',
}

export const later = () => [import('./pt-chat.ts'), import('./pt-preferences.ts'), import('./pt-record.ts')] as const
