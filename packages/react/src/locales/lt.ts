import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Jūsų privatumo pasirinkimai',
  bannerText:
    'Kitų įmonių paslaugos ({count}) gali saugoti duomenis jūsų įrenginyje ir gauti duomenų apie jus. Sprendimą bet kada galite pakeisti skiltyje „Privatumo pasirinkimai“.',
  bannerNew: 'Nauja nuo jūsų sprendimo: {names}.',
  acceptAll: 'Priimti viską',
  rejectAll: 'Atmesti viską',
  choose: 'Pasirinkti',
  chatStart: 'Pradėti pokalbį',
  chatUnavailable: 'Pokalbio dabar atidaryti nepavyksta.',
  preferences: 'Privatumo pasirinkimai',
  signalShort: 'privatumo signalo paisoma',
  preferencesFailed: 'Privatumo pasirinkimai neatsidarė. Patikrinkite ryšį ir bandykite dar kartą.',
}

export const later = () => [import('./lt-chat.ts'), import('./lt-preferences.ts'), import('./lt-record.ts')] as const
