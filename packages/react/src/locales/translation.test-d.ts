import type { ChatMessages, FirstMessages, PreferencesMessages } from './translation.ts'

declare const chat: ChatMessages
declare const preferences: PreferencesMessages
declare const withoutReject: Omit<FirstMessages, 'rejectAll'>
declare const failures: Omit<ChatMessages['chatFailed'], 'csp'>
declare const categories: Omit<PreferencesMessages['categories'], 'functional'>

// @ts-expect-error A language without a way to refuse is not complete.
export const first: FirstMessages = withoutReject
// @ts-expect-error Nor is one that lacks a reason,
export const second: ChatMessages = { ...chat, chatFailed: failures }
// @ts-expect-error or a category that every site has.
export const third: PreferencesMessages = { ...preferences, categories }
// @ts-expect-error Every language has a form for all other numbers.
export const fourth: PreferencesMessages = { ...preferences, days: { one: '' } }
