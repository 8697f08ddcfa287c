import type { ChatMessages, FirstMessages, PreferencesMessages } from './translation.ts'

declare const first: FirstMessages
declare const chat: ChatMessages
declare const preferences: PreferencesMessages
const { rejectAll: _, ...withoutReject } = first
const { csp, ...failures } = chat.chatFailed
const { functional, ...categories } = preferences.categories

// @ts-expect-error A language without a way to refuse is not complete.
withoutReject satisfies FirstMessages
// @ts-expect-error Nor is one that lacks a reason,
void ({ ...chat, chatFailed: failures } satisfies ChatMessages)
// @ts-expect-error or a category that every site has.
void ({ ...preferences, categories } satisfies PreferencesMessages)
// @ts-expect-error Every language has a form for all other numbers.
void ({ ...preferences, days: { one: '' } } satisfies PreferencesMessages)
