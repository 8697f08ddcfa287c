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
  frameShow: 'Показати «{title}»',
  frameFailed: '{name}: не завантажено. Щось у цьому браузері, мережі чи налаштуваннях цього сайту це блокує.',
  frameProvider: 'Це надає {operator}. Завантажиться, лише якщо ви дозволите.',
  frameAllow: 'Дозволити {name}',
  frameRemoved:
    'Вилучено з цієї сторінки: {name}. Те, що зберігається на його власному сайті, ця сторінка видалити не може.',
}

export const later = () => [import('./uk-chat.ts'), import('./uk-preferences.ts'), import('./uk-record.ts')] as const
