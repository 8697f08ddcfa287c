import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Le sue scelte sulla privacy',
  bannerText:
    'Usiamo, anche con cookie, servizi di altre aziende ({count}) che possono salvare dati sul suo dispositivo e ricevere dati su di lei. Può cambiare idea in ogni momento in «Scelte sulla privacy».',
  bannerNew: 'Novità dalla sua decisione: {names}.',
  acceptAll: 'Accetta tutto',
  rejectAll: 'Rifiuta tutto',
  choose: 'Scegli',
  chatStart: 'Avvia la chat',
  chatUnavailable: 'La chat non si può aprire in questo momento.',
  preferences: 'Scelte sulla privacy',
  signalShort: 'segnale di privacy rispettato',
  preferencesFailed: 'Le scelte sulla privacy non si sono aperte. Controlli la connessione e riprovi.',
  frameShow: 'Mostra «{title}»',
  frameFailed:
    '{name} non si è caricato. Qualcosa lo blocca in questo browser, nella rete o nelle impostazioni di questo sito.',
  frameProvider: '{operator} fornisce questo contenuto. Si carica solo se lei lo consente.',
  frameAllow: 'Consenti {name}',
  frameRemoved:
    '{name} è stato rimosso da questa pagina. Ciò che conserva sul proprio sito, questa pagina non può cancellarlo.',
}

export const later = () => [import('./it-chat.ts'), import('./it-preferences.ts'), import('./it-record.ts')] as const
