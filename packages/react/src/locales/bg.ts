import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Вашият избор за поверителност',
  bannerText:
    'Услуги на други компании ({count}) могат да съхраняват данни на устройството Ви и да получават данни за Вас. Можете да промените решението си по всяко време в „Избор за поверителност“.',
  bannerNew: 'Ново след решението Ви: {names}.',
  acceptAll: 'Приемам всички',
  rejectAll: 'Отказвам всички',
  choose: 'Избор',
  chatStart: 'Начало на чат',
  chatUnavailable: 'Чатът не може да се отвори в момента.',
  preferences: 'Избор за поверителност',
  signalShort: 'сигналът за поверителност се спазва',
  preferencesFailed: 'Изборът за поверителност не се отвори. Проверете връзката си и опитайте отново.',
  frameShow: 'Показване на „{title}“',
  frameFailed: '{name} не се зареди. Нещо в този браузър, мрежа или в настройките на този сайт го блокира.',
  frameProvider: 'Това се предоставя от {operator}. Зарежда се само ако го разрешите.',
  frameAllow: 'Разрешаване на {name}',
  frameRemoved:
    'Премахнато от тази страница: {name}. Запазеното на собствения му сайт тази страница не може да изтрие.',
}

export const later = () => [import('./bg-chat.ts'), import('./bg-preferences.ts'), import('./bg-record.ts')] as const
