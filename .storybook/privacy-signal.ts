/** A browser that sends Global Privacy Control. Returns how to stop. */
export function sendPrivacySignal(): () => void {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })
  return () => void Reflect.deleteProperty(navigator, 'globalPrivacyControl')
}
