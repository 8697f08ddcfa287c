import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Dine privatlivsvalg',
  bannerText:
    'Tjenester fra andre virksomheder ({count}) kan gemme data på din enhed og modtage data om dig. Du kan altid skifte mening under »Privatlivsvalg«.',
  bannerNew: 'Nyt, siden du valgte: {names}.',
  acceptAll: 'Acceptér alle',
  rejectAll: 'Afvis alle',
  choose: 'Vælg',
  chatStart: 'Start chat',
  chatUnavailable: 'Chatten kan ikke åbnes lige nu.',
  preferences: 'Privatlivsvalg',
  signalShort: 'privatlivssignal respekteres',
  preferencesFailed: 'Privatlivsvalgene blev ikke åbnet. Tjek din forbindelse, og prøv igen.',
  frameShow: 'Vis »{title}«',
  frameFailed: '{name} blev ikke indlæst. Noget i browseren, netværket eller webstedets indstillinger blokerer det.',
  frameProvider: '{operator} leverer dette. Det indlæses kun, hvis du tillader det.',
  frameAllow: 'Tillad {name}',
  frameRemoved: '{name} er fjernet fra denne side. Det, den gemmer på sit eget websted, kan siden ikke slette.',
}

export const later = () => [import('./da-chat.ts'), import('./da-preferences.ts'), import('./da-record.ts')] as const
