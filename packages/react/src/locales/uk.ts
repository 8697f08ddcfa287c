import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Ваш вибір приватності',
  bannerText:
    'Сервіси інших компаній ({count}) можуть зберігати дані на вашому пристрої й отримувати дані про вас. Рішення можна змінити будь-коли в розділі «Вибір приватності».',
  bannerNew: 'Нове після вашого рішення: {names}.',
  acceptAll: 'Прийняти все',
  rejectAll: 'Відхилити все',
  choose: 'Вибрати',
  chatStart: 'Почати чат',
  chatUnavailable: 'Чат зараз не відкривається.',
  preferences: 'Вибір приватності',
  signalShort: 'сигнал приватності враховано',
  preferencesFailed: 'Вибір приватності не відкрився. Перевірте з’єднання та спробуйте ще раз.',
}

export const later = () => [import('./uk-chat.ts'), import('./uk-preferences.ts'), import('./uk-record.ts')] as const
