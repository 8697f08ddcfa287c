import type { ComponentType, ReactElement } from 'react'
import type { ReceiptOptions } from '@askfirst/core/receipt'

/** What the site says of itself in the copy of their record that a visitor can download, and its own button. */
export interface PreferencesProps extends Pick<ReceiptOptions, 'controller' | 'noticeUrl'> {
  /** Your own button, that the three answers are drawn as: `<MyButton />`. @default ours */
  readonly button?: ReactElement | undefined
}

/** Fetches the preferences' own chunk. The browser keeps it, so calling again costs nothing. */
export const loadPreferences = (): Promise<ComponentType<PreferencesProps>> =>
  import('./dialog.tsx').then((chunk) => chunk.PreferencesDialog)

/** Fetches them before they are asked for; if that fails, asking tries again. */
export const preloadPreferences = (): void => void loadPreferences().catch(() => undefined)
