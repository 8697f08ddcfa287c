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
  frameShow: 'Afficher « {title} »',
  frameFailed:
    '{name} ne s’est pas chargé. Quelque chose le bloque dans ce navigateur, ce réseau ou les réglages de ce site.',
  frameProvider: '{operator} fournit ceci. Cela ne se charge que si vous l’autorisez.',
  frameAllow: 'Autoriser {name}',
  frameRemoved:
    '{name} a été retiré de cette page. Ce qu’il conserve sur son propre site, cette page ne peut pas l’effacer.',
}

export const later = () => [import('./fr-chat.ts'), import('./fr-preferences.ts'), import('./fr-record.ts')] as const
