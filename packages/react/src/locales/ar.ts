import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'خيارات خصوصيتك',
  bannerText:
    'قد تخزّن خدمات شركات أخرى ({count}) بيانات على جهازك وتتلقى بيانات عنك. يمكنك تغيير رأيك في أي وقت من «خيارات الخصوصية».',
  bannerNew: 'جديد منذ قرارك: {names}.',
  acceptAll: 'قبول الكل',
  rejectAll: 'رفض الكل',
  choose: 'اختيار',
  chatStart: 'بدء المحادثة',
  chatUnavailable: 'لا يمكن فتح المحادثة الآن.',
  preferences: 'خيارات الخصوصية',
  signalShort: 'إشارة الخصوصية محترمة',
  preferencesFailed: 'لم تُفتح خيارات الخصوصية. تحقّق من اتصالك وحاول مرة أخرى.',
}

export const later = () => [import('./ar-chat.ts'), import('./ar-preferences.ts'), import('./ar-record.ts')] as const
