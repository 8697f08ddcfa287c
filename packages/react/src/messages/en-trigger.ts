/** English of the button that opens the preferences. */
export const english = {
  preferences: 'Privacy choices',
  signalShort: 'privacy signal honoured',
  preferencesFailed: 'The privacy choices did not open. Check your connection and try again.',
} as const
