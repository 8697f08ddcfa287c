import type { ComponentType } from 'react'
import type { ReceiptOptions } from '@askfirst/core/receipt'

/** What the site says of itself in the copy of their record that a visitor can download. */
export type PreferencesProps = Pick<ReceiptOptions, 'controller' | 'noticeUrl'>

/** Fetches the preferences' own chunk. The browser keeps it, so calling again costs nothing. */
export const loadPreferences = (): Promise<ComponentType<PreferencesProps>> =>
  import('./dialog.tsx').then((chunk) => chunk.PreferencesDialog)

/** Fetches them before they are asked for; if that fails, asking tries again. */
export const preloadPreferences = (): void => void loadPreferences().catch(() => undefined)
