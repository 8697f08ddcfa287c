/** English of the chat's first button. */
export const english = {
  chatStart: 'Start chat',
  chatUnavailable: 'The chat cannot be opened right now.',
} as const
