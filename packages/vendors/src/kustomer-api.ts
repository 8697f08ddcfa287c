/** How most of Kustomer's methods answer: with a response, or with an error. */
export type KustomerAnswer<Response = unknown> = (response?: Response, error?: unknown) => void

export interface KustomerSession {
  readonly identified?: boolean | undefined
  readonly customerId?: string | undefined
  readonly email?: string | undefined
  readonly externalId?: string | undefined
}

export interface KustomerUnread {
  readonly total: number
  readonly conversations: Readonly<Record<string, number>>
}

/**
 * `window.Kustomer` once the callback of `start` was called: the vendor's documented methods [V]. Parameters of those
 * marked [U] were not seen in full.
 */
export interface KustomerApi {
  start(options?: KustomerStart, done?: KustomerAnswer): void
  /** Removes the widget and its listeners, behind the back of the session: withdraw instead. */
  stop(done?: KustomerAnswer): void
  open(done?: KustomerAnswer): void
  close(done?: KustomerAnswer): void
  login(identity: { readonly jwtToken: string }, done?: KustomerAnswer<KustomerSession>): void
  logout(done?: KustomerAnswer): void
  /** Asks by the claim that was used for the last login. */
  isLoggedIn(claim: { readonly email: string } | { readonly externalId: string }, done: KustomerAnswer<boolean>): void
  describeCustomer(
    description: {
      readonly attributes?: Readonly<Record<string, unknown>> | undefined
      readonly customAttributes?: Readonly<Record<string, unknown>> | undefined
    },
    done?: KustomerAnswer,
  ): void
  /** Names of custom attributes carry the type suffix of the organisation's schema, such as `Str` or `Txt`. */
  describeConversation(
    description: {
      readonly conversationId: string
      readonly customAttributes: Readonly<Record<string, unknown>>
    },
    done?: KustomerAnswer,
  ): void
  createConversation(
    conversation: { readonly message: string; readonly [option: string]: unknown },
    done?: KustomerAnswer<KustomerConversation>,
  ): void
  /** [U] */
  openConversationById(conversationId: string, done?: KustomerAnswer): void
  /** [U] */
  getOpenConversations(done?: KustomerAnswer): unknown
  /** [U] */
  openKbArticle(articleId: string, done?: KustomerAnswer): void
  /** [U] */
  openKbCategory(categoryId: string, done?: KustomerAnswer): void
  isChatAvailable(): 'online' | 'offline' | 'hidden' | 'disabled'
  getUnreadCount(): KustomerUnread
  /** Listen through the session instead, which goes on with the next load. */
  addListener<Event extends keyof KustomerEvents>(
    event: Event,
    listener: (...values: KustomerEvents[Event]) => void,
  ): void
  /** Needs the function that was added. */
  removeListener<Event extends keyof KustomerEvents>(
    event: Event,
    listener: (...values: KustomerEvents[Event]) => void,
  ): void
}

export interface KustomerConversation {
  readonly conversationId: string
}

/** Events in the vendor's documentation [V], and those marked [T], which only integrators have reported. */
export interface KustomerEvents {
  readonly onOpen: readonly [response?: unknown, error?: unknown]
  /** [T] */
  readonly onClose: readonly [response?: unknown, error?: unknown]
  readonly onConversationCreate: readonly [response?: KustomerConversation, error?: unknown]
  readonly onLogin: readonly [response?: KustomerSession, error?: unknown]
  /** [T] */
  readonly onLogout: readonly [response?: unknown, error?: unknown]
  /** [T] */
  readonly onUnread: readonly [response?: unknown, error?: unknown]
}

/** Options of `start`; the vendor's own page lists more than were seen [U]. */
export interface KustomerStart {
  readonly brandId?: string | undefined
  readonly assistantId?: string | undefined
  /** Business hours in place of the default ones. */
  readonly scheduleId?: string | undefined
  /** No button of Kustomer's own: ours opens the chat. */
  readonly hideChatIcon?: boolean | undefined
  /** Such as `en_us` [T]. */
  readonly lang?: string | undefined
  readonly chatIconPosition?:
    | 'left'
    | {
        readonly alignment?: string | undefined
        readonly horizontalPadding?: number | undefined
        readonly verticalPadding?: number | undefined
      }
    | undefined
  readonly chatIconSize?: number | undefined
  /** Whatever else `start` understands. */
  readonly [option: string]: unknown
}
