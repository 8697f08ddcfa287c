/** English of the first layer: part of the first load, so it stays short. */
export const english = {
  bannerTitle: 'Your privacy choices',
  bannerText:
    'Services of other companies ({count}) may store data on your device and receive data about you. Change your mind at any time under “Privacy choices”.',
  bannerNew: 'New since you decided: {names}.',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  choose: 'Choose',
} as const
