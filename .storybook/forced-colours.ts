/** Emulates forced colours for one story. Only a browser that is driven from outside can: elsewhere set them in the system. */
export async function emulateForcedColours(): Promise<() => Promise<void>> {
  const isDriven = '__vitest_browser__' in globalThis
  if (!isDriven) return () => Promise.resolve()
  const { cdp } = await import('vitest/browser')
  const set = (value: 'active' | 'none'): Promise<unknown> =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  await set('active')
  if (!matchMedia('(forced-colors: active)').matches) throw new Error('The browser does not emulate forced colours.')
  return async () => {
    await set('none')
  }
}
