/**
 * `window.kayako` once the messenger is up. Methods without a mark are in the vendor's documentation [V]; those marked
 * [T] are known from integrations of 2017 only, so they may be missing.
 */
export interface KayakoApi {
  /** Runs it when the messenger is up; reported never to run when the messenger is up already [T]. */
  ready(listener: () => void): void
  minimize(): void
  maximize(): void
  hide(): void
  /** Brings back the state before `hide`. */
  show(): void
  visibility(): 'minimized' | 'maximized' | 'hidden'
  /** @param timestamp in seconds; an empty signature is an unverified visitor. */
  identify(name: string, email: string, signature?: string, timestamp?: number): void
  /** Clears the identity; calls back right after the request has ended. */
  forget(done?: () => void): void
  /** There is no `off`: listen through the session instead, which mutes after removal. */
  on<Event extends keyof KayakoEvents>(event: Event, listener: (...values: KayakoEvents[Event]) => void): void
  /** [T] */
  isInChat?(): boolean
  /** [T] */
  getCurrentChat?(): unknown
  /** With a department, or for all of them [T]. */
  agentsAvailable?: {
    (done: (available: unknown) => void): void
    (department: unknown, done: (available: unknown) => void): void
  }
  /** [T] */
  enableSounds?(): void
  /** [T] */
  disableSounds?(): void
  /** [T] */
  setLogLevel?(level: unknown): void
}

/** Events seen in integrations [T]; what a conversation looks like is not published. */
export interface KayakoEvents {
  readonly chat_window_maximized: readonly []
  readonly chat_window_minimized: readonly []
  readonly chat_window_hidden: readonly []
  readonly chat_window_shown: readonly []
  readonly identified: readonly unknown[]
  readonly unread_messages_count_changed: readonly [count: number]
  readonly chat_state_changed: readonly [conversation: unknown, state: unknown]
  readonly chat_started: readonly [conversation: unknown]
  readonly chat_ended: readonly [conversation: unknown]
}

interface Translation {
  readonly locale: string
  readonly translation: string
}

/** Overrides that the messenger merges over the help desk's settings when it boots. */
export interface KayakoConfig {
  /** No button of Kayako's own: ours opens the chat [T]. */
  readonly hideLauncher?: boolean | undefined
  /** [T] */
  readonly hideReplyTime?: boolean | undefined
  /** Such as `en-us` [T]. */
  readonly forceLocale?: string | undefined
  readonly styles?:
    | {
        readonly primaryColor?: string | undefined
        /** A hex colour, or the argument list of a CSS gradient. */
        readonly homeBackground?: string | undefined
        /** Address of an SVG on `assets.kayako.com/messenger/`. */
        readonly homePattern?: string | undefined
        readonly homeTextColor?: string | undefined
      }
    | undefined
  readonly widgets?:
    | {
        readonly presence?: { readonly enabled?: boolean | undefined } | undefined
        readonly twitter?:
          | { readonly enabled?: boolean | undefined; readonly twitterHandle?: string | undefined }
          | undefined
        /** Off while the feature `articles` is not allowed. */
        readonly articles?:
          | { readonly enabled?: boolean | undefined; readonly sectionId?: number | string | undefined }
          | undefined
      }
    | undefined
  readonly homeTitles?: readonly Translation[] | undefined
  readonly homeSubtitles?: readonly Translation[] | undefined
  /** Whatever else the messenger understands. */
  readonly [option: string]: unknown
}
