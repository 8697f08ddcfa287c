import type { SwitchKind } from '../serve/switch-path.ts'

/** Ways in which the Kayako stand-in can be told to behave. */
export interface KayakoSwitches {
  /**
   * `fails` answers 500; `throws` runs and throws; `never-ready` inserts the frame and stops there; `unavailable` gets
   * ready, but inserts no frame. @default 'works'
   */
  readonly loader?: 'works' | 'fails' | 'throws' | 'never-ready' | 'unavailable' | undefined
  /** The settings request: `fails` answers 500, `not-found` answers RESOURCE_NOT_FOUND; both still boot. @default 'works' */
  readonly settings?: 'works' | 'fails' | 'not-found' | undefined
  /** @default 'works' */
  readonly socket?: 'works' | 'refused' | undefined
  /** What becomes of `kayako.ready(fn)` after boot; an integrator reported in 2017 that nothing does. @default 'runs' */
  readonly lateReady?: 'runs' | 'ignored' | undefined
  /** How the frame is filled. `dom` is for pages under Trusted Types, which refuse `document.write`. @default 'document-write' */
  readonly frame?: 'document-write' | 'dom' | undefined
  /** `required` throws where the page's storage is full or blocked, instead of going without. @default 'optional' */
  readonly storage?: 'optional' | 'required' | undefined
  /** Sets one cookie on the page's host, as one public write-up claims (facts 1.1). @default false */
  readonly cookie?: boolean | undefined
  /** The help desk's own setting; the page's `kayako.config.hideLauncher` works too. @default false */
  readonly hideLauncher?: boolean | undefined
  /** Milliseconds that every answer waits. @default 0 */
  readonly delay?: number | undefined
  /** Milliseconds before the scripted agent answers. @default 900 */
  readonly replyDelay?: number | undefined
  /** The "Web" device token that identity signatures are made with. @default 'stand-in-token' */
  readonly token?: string | undefined
}

export const kayakoSwitchKinds = {
  loader: ['works', 'fails', 'throws', 'never-ready', 'unavailable'],
  settings: ['works', 'fails', 'not-found'],
  socket: ['works', 'refused'],
  lateReady: ['runs', 'ignored'],
  frame: ['document-write', 'dom'],
  storage: ['optional', 'required'],
  cookie: 'flag',
  hideLauncher: 'flag',
  delay: 'milliseconds',
  replyDelay: 'milliseconds',
  token: 'text',
} as const satisfies Record<keyof KayakoSwitches, SwitchKind>
