import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Vos choix de confidentialité',
  bannerText:
    'Des services d’autres entreprises ({count}) peuvent enregistrer des données sur votre appareil et en recevoir sur vous. Changez d’avis à tout moment sous « Choix de confidentialité ».',
  bannerNew: 'Nouveau depuis votre décision : {names}.',
  acceptAll: 'Tout accepter',
  rejectAll: 'Tout refuser',
  choose: 'Choisir',
  chatStart: 'Démarrer le chat',
  chatUnavailable: 'Le chat ne peut pas s’ouvrir pour le moment.',
  preferences: 'Choix de confidentialité',
  signalShort: 'signal de confidentialité respecté',
  preferencesFailed: 'Les choix de confidentialité ne se sont pas ouverts. Vérifiez votre connexion et réessayez.',
}

export const later = () => [import('./fr-chat.ts'), import('./fr-preferences.ts'), import('./fr-record.ts')] as const
