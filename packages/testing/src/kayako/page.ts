/** The page's side of the Messenger, as facts 1.2 and 1.3 give it. Types for the browser files, which are plain JavaScript. */

export interface KayakoSettings {
  apiUrl: string
  messengerUrl: string
  realtimeUrl: string
  hideLauncher?: boolean
  teamName?: string
  replyTimeLocale?: string
  homeTitles?: readonly { locale: string; translation: string }[]
  homeSubtitles?: readonly { locale: string; translation: string }[]
  [name: string]: unknown
}

export type KayakoVisibility = 'minimized' | 'maximized' | 'hidden'

export interface KayakoGlobal {
  _settings?: KayakoSettings
  readyQueue?: (() => void)[]
  newEmbedCode?: boolean
  config?: Record<string, unknown>
  ready?: (listener: () => void) => void
  minimize?: () => void
  maximize?: () => void
  hide?: () => void
  show?: () => void
  visibility?: () => KayakoVisibility
  identify?: (name: string, email: string, signature?: string, timestamp?: number | string) => void
  forget?: (done?: () => void) => void
  on?: (event: string, listener: (...args: unknown[]) => void) => void
}

export interface KayakoPage {
  kayako?: KayakoGlobal
}

export interface KayakoConversation {
  id: string
  messages: { author: 'visitor' | 'agent'; text: string }[]
}
