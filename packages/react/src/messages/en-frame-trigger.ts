/** English of the button in a frame's place, and of what is said where that leads nowhere. */
export const english = {
  frameShow: 'Show “{title}”',
  frameFailed: '{name} did not load. Something in this browser, this network or the settings of this site blocks it.',
} as const
