import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Suas opções de privacidade',
  bannerText:
    'Serviços de outras empresas ({count}) podem utilizar cookies, salvar dados no seu dispositivo e receber dados sobre você. Mude de ideia quando quiser em “Opções de privacidade”.',
  bannerNew: 'Novo desde a sua decisão: {names}.',
  acceptAll: 'Aceitar tudo',
  rejectAll: 'Rejeitar tudo',
  choose: 'Escolher',
  chatStart: 'Iniciar chat',
  chatUnavailable: 'Não é possível abrir o chat agora.',
  preferences: 'Opções de privacidade',
  signalShort: 'sinal de privacidade respeitado',
  preferencesFailed: 'As opções de privacidade não abriram. Verifique sua conexão e tente de novo.',
  frameShow: 'Mostrar “{title}”',
  frameFailed: '{name} não carregou. Algo neste navegador, nesta rede ou nas configurações deste site o bloqueia.',
  frameProvider: 'Isto é fornecido por {operator}. Só carrega se você permitir.',
  frameAllow: 'Permitir {name}',
  frameRemoved: '{name} foi removido desta página. O que ele guarda no próprio site, esta página não pode apagar.',
}

export const later = () =>
  [import('./pt-BR-chat.ts'), import('./pt-BR-preferences.ts'), import('./pt-BR-record.ts')] as const
