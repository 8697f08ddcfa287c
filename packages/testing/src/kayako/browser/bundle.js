// The application bundle from assets.kayako.com. It runs in the frame. Numbers are the lines of facts 1.6.

/** @type {import('../switches.ts').KayakoSwitches} */
const bundleSwitches = JSON.parse('__STAND_IN_SWITCHES__')
const kayakoOfParent = /** @type {import('../page.ts').KayakoPage} */ (/** @type {unknown} */ (window.parent)).kayako
const ownContainer = window.frameElement?.parentElement

if (kayakoOfParent?._settings && ownContainer) {
  startKayakoStandIn(kayakoOfParent, kayakoOfParent._settings, ownContainer)
}

/**
 * @param {import('../page.ts').KayakoGlobal} kayako
 * @param {import('../page.ts').KayakoSettings} settings
 * @param {HTMLElement} container
 */
function startKayakoStandIn(kayako, settings, container) {
  const { add, emit, call } = createListeners()
  /** @type {'minimized' | 'maximized'} */
  let state = 'minimized'
  let isHidden = false
  let isConnected = false
  let unread = 0
  /** @type {import('../page.ts').KayakoConversation | null} */
  let conversation = null

  const hasLauncher = !settings.hideLauncher
  const visitor = createKayakoVisitor({
    apiUrl: settings.apiUrl,
    setsCookie: bundleSwitches.cookie === true,
    needsStorage: bundleSwitches.storage === 'required',
  })
  const place = createKayakoPlacement(container)
  const assets = new URL('.', /** @type {HTMLScriptElement} */ (document.currentScript).src).href
  const chat = createStandInWindow(document, {
    vendor: 'Kayako Messenger',
    title: settings.teamName ?? settings.homeTitles?.[0]?.translation ?? 'Support',
    subtitle: settings.homeSubtitles?.[0]?.translation ?? 'Send us a message.',
    accent: '#14594a',
    hasLauncher,
    closeIcon: `${assets}icon-close.svg`,
    onOpen: () => {
      setState('maximized')
      chat.focusField()
    },
    onClose: () => {
      setState('minimized')
      chat.focusLauncher()
    },
    onSend: send,
  })

  // Facts 1.2: what the bundle asks for while it boots. Nothing waits for the answers.
  for (const path of ['conversations/starter', 'locales', 'locales/en-us/strings.json', 'privacy'])
    void visitor.ask('GET', path)
  void showConversations()

  const query = new URLSearchParams({
    fingerprint_id: visitor.fingerprint,
    instance: new URL(settings.apiUrl).hostname,
    vsn: '1.0.0',
  })
  connectKayakoRealtime({
    url: `${settings.realtimeUrl}/websocket?${query}`, // 5.
    topic: `visitor:${visitor.fingerprint}`,
    onEvent: receive,
    onConnection: (connected) => {
      isConnected = connected
      chat.setNotice(connected ? '' : 'No live connection: answers arrive when it is back.')
    },
  })

  // 6. The page's own object is extended, never replaced.
  Object.assign(kayako, {
    minimize: () => {
      setState('minimized')
    },
    maximize: () => {
      setState('maximized')
    },
    hide: () => {
      setHidden(true)
    },
    show: () => {
      setHidden(false)
    },
    visibility,
    /** @param {Parameters<typeof identify>} identity */
    identify: (...identity) => {
      void identify(...identity)
    },
    /** @param {() => void} [done] */
    forget: (done) => {
      void forget(done)
    },
    on: add,
  })
  apply()
  const queue = kayako.readyQueue ?? []
  for (let next = queue.shift(); next; next = queue.shift()) call(next)
  if (bundleSwitches.lateReady !== 'ignored') kayako.ready = (listener) => call(listener)

  /** 7. @returns {import('../page.ts').KayakoVisibility} */
  function visibility() {
    return isHidden ? 'hidden' : state
  }

  /**
   * Assumption: a hidden Messenger that is told to open stays hidden, and opens when it is shown.
   * @param {'minimized' | 'maximized'} next
   */
  function setState(next) {
    if (state === next) return
    state = next
    apply()
    emit(next === 'maximized' ? 'chat_window_maximized' : 'chat_window_minimized')
    if (next === 'maximized' && unread > 0) setUnread(0)
  }

  /** @param {boolean} next */
  function setHidden(next) {
    if (isHidden === next) return
    isHidden = next
    apply()
    emit(next ? 'chat_window_hidden' : 'chat_window_shown')
  }

  function apply() {
    place({ visibility: visibility(), hasLauncher })
    chat.setOpen(state === 'maximized')
  }

  /** 9. @param {number} count */
  function setUnread(count) {
    unread = count
    chat.setUnread(count)
    emit('unread_messages_count_changed', count)
  }

  /** @param {string} event @param {Record<string, unknown>} payload */
  function receive(event, payload) {
    if (event === 'unread_count') setUnread(Number(payload['count']))
    if (event !== 'new_message') return
    chat.addMessage({ author: 'agent', text: String(payload['text']) })
    if (state === 'minimized' || isHidden) setUnread(unread + 1)
  }

  /** @param {string} text */
  async function send(text) {
    chat.addMessage({ author: 'visitor', text })
    chat.setTyping(isConnected)
    const path = conversation ? `conversations/${conversation.id}/messages` : 'conversations'
    const isFirst = !conversation
    const answered = /** @type {import('../page.ts').KayakoConversation | null} */ (
      await visitor.ask('POST', path, { message: text })
    )
    if (!answered) {
      chat.setTyping(false)
      chat.setNotice('Your message could not be sent. Please try again.')
      return
    }
    conversation = answered
    if (isFirst) emit('chat_started', answered)
  }

  async function showConversations() {
    const all = /** @type {import('../page.ts').KayakoConversation[] | null} */ (
      await visitor.ask('GET', 'conversations')
    )
    conversation = all?.at(-1) ?? null
    chat.setMessages(conversation?.messages ?? [])
  }

  /**
   * 8. A wrong signature reveals nothing and emits nothing.
   * @param {string} name
   * @param {string} email
   * @param {string} [signature]
   * @param {number | string} [timestamp]
   */
  async function identify(name, email, signature, timestamp) {
    visitor.remember({ name, email })
    if (!signature) return
    if (!(await visitor.ask('POST', 'messenger/identity', { name, email, signature, timestamp }))) return
    await showConversations()
    emit('identified')
  }

  /** 8. @param {() => void} [done] */
  async function forget(done) {
    await visitor.forget()
    conversation = null
    chat.setMessages([])
    if (done) call(done)
  }
}
