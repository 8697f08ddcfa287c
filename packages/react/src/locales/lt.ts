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
  frameShow: 'Rodyti „{title}“',
  frameFailed: '{name}: neįkelta. Kažkas šioje naršyklėje, tinkle ar šios svetainės nustatymuose tai blokuoja.',
  frameProvider: 'Tai teikia {operator}. Įkeliama tik jums leidus.',
  frameAllow: 'Leisti: {name}',
  frameRemoved:
    'Iš šio puslapio pašalinta: {name}. To, kas saugoma jos pačios svetainėje, šis puslapis ištrinti negali.',
}

export const later = () => [import('./lt-chat.ts'), import('./lt-preferences.ts'), import('./lt-record.ts')] as const
