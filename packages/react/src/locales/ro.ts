import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Opțiunile dvs. de confidențialitate',
  bannerText:
    'Serviciile altor companii ({count}) pot stoca date pe dispozitivul dvs. și pot primi date despre dvs. Vă puteți răzgândi oricând la „Opțiuni de confidențialitate”.',
  bannerNew: 'Nou de la decizia dvs.: {names}.',
  acceptAll: 'Accept tot',
  rejectAll: 'Refuz tot',
  choose: 'Aleg',
  chatStart: 'Începeți chatul',
  chatUnavailable: 'Chatul nu poate fi deschis acum.',
  preferences: 'Opțiuni de confidențialitate',
  signalShort: 'semnal de confidențialitate respectat',
  preferencesFailed: 'Opțiunile de confidențialitate nu s-au deschis. Verificați conexiunea și încercați din nou.',
  frameShow: 'Afișați „{title}”',
  frameFailed: '{name} nu s-a încărcat. Ceva din acest browser, din rețea sau din setările acestui site îl blochează.',
  frameProvider: 'Acest conținut este oferit de {operator}. Se încarcă doar dacă îl permiteți.',
  frameAllow: 'Permit {name}',
  frameRemoved:
    '{name} a fost eliminat de pe această pagină. Ce păstrează pe propriul site, această pagină nu poate șterge.',
}

export const later = () => [import('./ro-chat.ts'), import('./ro-preferences.ts'), import('./ro-record.ts')] as const
