import type { SwitchKind } from '../serve/switch-path.ts'

/** Ways in which the Kustomer stand-in can be told to behave. */
export interface KustomerSwitches {
  /** `fails` answers 500; `throws` runs and throws; `never-arrives` runs the stub, but its SDK hangs. @default 'works' */
  readonly widget?: 'works' | 'fails' | 'throws' | 'never-arrives' | undefined
  /** `polling` omits the `onUnread` event, which only integrators have reported. @default 'event' */
  readonly unread?: 'event' | 'polling' | undefined
  /** Sets the names that two public write-ups claim (facts 2.1: S2, S4), on the page's host. @default 'none' */
  readonly cookies?: 'none' | 'consentstack' | 'flowconsent' | undefined
  /** `required` throws where the page's storage is full or blocked, instead of going without. @default 'optional' */
  readonly storage?: 'optional' | 'required' | undefined
  /** Host names on which chat is switched on; elsewhere it stays hidden. @default every host */
  readonly authorizedDomains?: readonly string[] | undefined
  /** Milliseconds that every answer waits. @default 0 */
  readonly delay?: number | undefined
  /** Milliseconds before the scripted agent answers. @default 900 */
  readonly replyDelay?: number | undefined
  /** The organisation's chat secret, which login tokens are signed with. @default 'stand-in-secret' */
  readonly secret?: string | undefined
}

export const kustomerSwitchKinds = {
  widget: ['works', 'fails', 'throws', 'never-arrives'],
  unread: ['event', 'polling'],
  cookies: ['none', 'consentstack', 'flowconsent'],
  storage: ['optional', 'required'],
  authorizedDomains: 'list',
  delay: 'milliseconds',
  replyDelay: 'milliseconds',
  secret: 'text',
} as const satisfies Record<keyof KustomerSwitches, SwitchKind>
