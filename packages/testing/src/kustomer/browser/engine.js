/**
 * What both builds share: settings, session, conversation, events. Events and callbacks get `(response, error)`.
 * @param {{ key: string, hosts: import('../page.ts').KustomerHosts }} options
 */
function createKustomerEngine({ key, hosts }) {
  /** @typedef {import('../page.ts').KustomerCallback} Callback */
  /** @typedef {import('../page.ts').KustomerConversation} Conversation */
  const sessionKey = 'kustomer_stand_in_session'
  const conversationKey = 'kustomer_stand_in_conversation'
  const visitorPath = '/p/v1/chat/visitor'
  const { add, remove, emit, call, clear } = createListeners()
  /** @type {import('../switches.ts').KustomerSwitches} */
  const { storage } = JSON.parse('__STAND_IN_SWITCHES__')
  const visitor = createKustomerVisitor({ key, api: hosts.api, needsStorage: storage === 'required' })
  /** @type {import('../page.ts').KustomerSettings | null} */
  let settings = null
  /** @type {Conversation | null} */
  let conversation = null

  // 9. Opened only once a conversation has started.
  const realtime = createKustomerRealtime({
    url: () => `${hosts.realtime}/v2/subscribe/${settings?.pubnubKeys.subscribeKey}/${visitor.id}/0`,
    onMessage: (message) => {
      if (message['type'] === 'message') emit('onMessageReceived', message)
      else emit('unread', message) // of the stand-in itself; the widget turns it into `onUnread`
    },
  })

  /** @param {import('../page.ts').KustomerStartOptions} options */
  async function loadSettings({ brandId = 'default', scheduleId = 'default' }) {
    const [, current] = await Promise.all([
      visitor.ask('GET', `/p/v1/chat/brands/${brandId}/settings/versions/latest`),
      visitor.ask('GET', `/p/v2/chat/brands/${brandId}/settings`),
      visitor.ask('GET', `/p/v1/schedules/${scheduleId}`),
    ])
    settings = /** @type {import('../page.ts').KustomerSettings | undefined} */ (current.response) ?? null
    if (settings && visitor.stored(conversationKey)) await loadConversation()
    return settings
  }

  async function loadConversation() {
    const { response } = await visitor.ask('GET', `${visitorPath}/conversations`)
    conversation = /** @type {Conversation[] | undefined} */ (response)?.at(-1) ?? null
    if (conversation) visitor.store(conversationKey, conversation.id)
  }

  /** @param {string} message */
  async function sendMessage(message) {
    const isFirst = !conversation
    const { response, error } = await visitor.ask('POST', `${visitorPath}/messages`, { message })
    if (error) return { error }
    conversation = /** @type {Conversation} */ (response)
    visitor.store(conversationKey, conversation.id)
    realtime.open()
    const created = {
      conversationId: conversation.id,
      createdAt: conversation.createdAt,
      ended: false,
      isInAssistantMode: false,
    }
    if (isFirst) emit('onConversationCreate', created)
    return { response: created }
  }

  return {
    loadSettings,
    sendMessage,
    emit,
    call,
    conversation: () => conversation,
    /** For a visitor who returns to a conversation. */
    resume: () => {
      if (conversation) realtime.open()
    },
    stop: () => {
      clear()
      realtime.close()
    },
    addListener: add,
    removeListener: remove,
    /** 6. @param {{ jwtToken: string }} options @param {Callback} [done] */
    login: async ({ jwtToken }, done) => {
      const { response, error } = await visitor.ask('POST', `${visitorPath}/session`, { jwtToken })
      if (!error) {
        visitor.store(sessionKey, JSON.stringify(response))
        await loadConversation()
        emit('onLogin', response)
      }
      call(done, response, error)
    },
    /** 6. @param {Callback} [done] */
    logout: async (done) => {
      const { error } = await visitor.ask('DELETE', `${visitorPath}/session`)
      visitor.drop(sessionKey)
      visitor.drop(conversationKey)
      conversation = null
      realtime.close()
      emit('onLogout')
      call(done, {}, error)
    },
    /** @param {{ email?: string, externalId?: string }} claim @param {Callback} done */
    isLoggedIn: ({ email, externalId }, done) => {
      const session = JSON.parse(visitor.stored(sessionKey) ?? '{}')
      call(done, Boolean(email ? session.email === email : externalId && session.externalId === externalId))
    },
    /** @param {object} description @param {Callback} [done] */
    describe: async (description, done) => {
      const { response, error } = await visitor.ask('PATCH', `${visitorPath}/description`, description)
      call(done, response, error)
    },
  }
}
