import type { FirstMessages } from './translation.ts'

export const messages: FirstMessages = {
  bannerTitle: 'בחירות הפרטיות שלך',
  bannerText:
    'שירותים של חברות אחרות ({count}) עשויים לשמור נתונים במכשיר שלך ולקבל נתונים עליך. אפשר לשנות את דעתך בכל עת דרך ”בחירות פרטיות”.',
  bannerNew: 'חדש מאז ההחלטה שלך: {names}.',
  acceptAll: 'קבלת הכול',
  rejectAll: 'דחיית הכול',
  choose: 'בחירה',
  chatStart: 'התחלת צ׳אט',
  chatUnavailable: 'לא ניתן לפתוח את הצ׳אט כרגע.',
  preferences: 'בחירות פרטיות',
  signalShort: 'אות הפרטיות מכובד',
  preferencesFailed: 'בחירות הפרטיות לא נפתחו. כדאי לבדוק את החיבור ולנסות שוב.',
  frameShow: 'הצגת ”{title}”',
  frameFailed: '{name} לא נטען. משהו בדפדפן, ברשת או בהגדרות האתר חוסם אותו.',
  frameProvider: 'התוכן מסופק על ידי {operator}, והוא נטען רק באישורך.',
  frameAllow: 'אישור {name}',
  frameRemoved: '{name} הוסר מהדף הזה. את מה שהוא שומר באתר שלו הדף הזה לא יכול למחוק.',
}

export const later = () => [import('./he-chat.ts'), import('./he-preferences.ts'), import('./he-record.ts')] as const
