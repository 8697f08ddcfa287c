/** The page's side of the chat, as facts 2.2 and 2.3 give it. Types for the browser files, which are plain JavaScript. */

export type KustomerCallback<Response = unknown> = (response?: Response, error?: { message: string }) => void

export interface KustomerStartOptions {
  brandId?: string
  scheduleId?: string
  hideChatIcon?: boolean
  chatIconPosition?: string | { alignment?: string; horizontalPadding?: number; verticalPadding?: number }
  chatIconSize?: number
  lang?: string
}

export type KustomerStart = (options?: KustomerStartOptions, done?: () => void) => void

export interface KustomerGlobal {
  start: KustomerStart
  [method: string]: unknown
}

/** What the stub leaves on the script element of the SDK, so that the hand-over needs no global. */
export interface KustomerHandover {
  key: string
  hosts: KustomerHosts
  kustomer: KustomerGlobal
  run: (start: KustomerStart) => void
}

export interface KustomerHosts {
  cdn: string
  api: string
  realtime: string
}

export interface KustomerPage {
  Kustomer?: KustomerGlobal
  KustomerCore?: Record<string, unknown>
}

export interface KustomerSettings {
  teamName: string
  greeting: string
  authorizedDomains: string[]
  pubnubKeys: { subscribeKey: string }
}

export interface KustomerConversation {
  id: string
  createdAt: string
  messages: { author: 'visitor' | 'agent'; text: string }[]
}
