import type { ComponentType } from 'react'

/** Fetches the preferences' own chunk. The browser keeps it, so calling again costs nothing. */
export const loadPreferences = (): Promise<ComponentType> =>
  import('./dialog.tsx').then((chunk) => chunk.PreferencesDialog)

/** Fetches them before they are asked for; if that fails, asking tries again. */
export const preloadPreferences = (): void => void loadPreferences().catch(() => undefined)
