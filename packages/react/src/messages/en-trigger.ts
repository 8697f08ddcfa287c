/** English of the button that opens the preferences. */
export const english = {
  preferences: 'Privacy choices',
  preferencesFailed: 'The privacy choices did not open. Check your connection and try again.',
} as const
