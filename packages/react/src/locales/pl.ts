import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'Twoje wybory dotyczące prywatności',
  bannerText:
    'Usługi innych firm ({count}) mogą korzystać z plików cookie, zapisywać dane na Twoim urządzeniu i otrzymywać dane o Tobie. Zdanie można zmienić w każdej chwili w sekcji „Wybory prywatności”.',
  bannerNew: 'Nowe od Twojej decyzji: {names}.',
  acceptAll: 'Akceptuj wszystko',
  rejectAll: 'Odrzuć wszystko',
  choose: 'Wybierz',
  chatStart: 'Rozpocznij czat',
  chatUnavailable: 'Czatu nie można teraz otworzyć.',
  preferences: 'Wybory prywatności',
  signalShort: 'sygnał prywatności uwzględniony',
  preferencesFailed: 'Wybory prywatności się nie otworzyły. Sprawdź połączenie i spróbuj ponownie.',
  frameShow: 'Pokaż „{title}”',
  frameFailed: '{name}: nie załadowano. Coś w tej przeglądarce, sieci lub w ustawieniach tej witryny to blokuje.',
  frameProvider: 'Udostępnia to {operator}. Ładuje się tylko za Twoim pozwoleniem.',
  frameAllow: 'Zezwól: {name}',
  frameRemoved: 'Usunięto z tej strony: {name}. Tego, co zachowuje na własnej witrynie, ta strona nie może skasować.',
}

export const later = () => [import('./pl-chat.ts'), import('./pl-preferences.ts'), import('./pl-record.ts')] as const
