import type { ConsentRecord, Gate, Vendor } from '@askfirst/core'
import type { Messages } from '@askfirst/react'

/** What a story sets about its visitor and site, as `parameters.askfirst`. */
export interface AskfirstParameters {
  /** @default both messengers, served by the stand-ins */
  readonly vendors?: (() => readonly Vendor[]) | undefined
  /** Categories to ask about although no vendor is in them. */
  readonly categories?: readonly string[] | undefined
  /** What the visitor decided on an earlier visit. @default nothing */
  readonly record?: ConsentRecord | undefined
  readonly gates?: Readonly<Record<string, Gate>> | undefined
  /** Texts instead of those that the toolbar's language has. */
  readonly messages?: (() => Partial<Messages>) | undefined
  /** Milliseconds until a vendor's load counts as failed. */
  readonly timeout?: number | undefined
  /** Whether the page has its own footer button and preferences. @default true */
  readonly preferences?: boolean | undefined
  /** Whether the story brings its own provider, and so needs no visit and no page around it. @default false */
  readonly ownProvider?: boolean | undefined
}
