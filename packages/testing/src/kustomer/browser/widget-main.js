// The SDK behind widget.js. Numbers are the lines of facts 2.6.

/** @type {import('../switches.ts').KustomerSwitches} */
const widgetSwitches = JSON.parse('__STAND_IN_SWITCHES__')
const mainScript = /** @type {HTMLScriptElement & { handover?: import('../page.ts').KustomerHandover }} */ (
  document.currentScript
)
if (mainScript.handover) runKustomerWidget(mainScript.handover)

/** @param {import('../page.ts').KustomerHandover} handover */
function runKustomerWidget({ key, hosts, kustomer, run }) {
  /** @typedef {import('../page.ts').KustomerCallback} Callback */
  const engine = createKustomerEngine({ key, hosts })
  /** @type {Promise<void> | null} */
  let started = null
  /** @type {ReturnType<typeof insertKustomerFrame> | null} */
  let frame = null
  /** @type {ReturnType<typeof createStandInWindow> | null} */
  let chat = null
  let isOpen = false
  let unread = 0

  run((options = {}, done) => {
    started ??= boot(options)
    void callAfter(started, done)
  })

  /** @param {Promise<void>} step @param {(() => void) | undefined} done */
  async function callAfter(step, done) {
    await step
    engine.call(done)
  }

  /** 2. @param {import('../page.ts').KustomerStartOptions} options */
  async function boot(options) {
    const settings = await engine.loadSettings(options)
    if (!settings)
      throw new Error('Stand-in for Kustomer: the API did not answer with settings, so the chat does not start.')
    setClaimedCookies(widgetSwitches.cookies)
    engine.addListener('onMessageReceived', receive)
    engine.addListener('unread', (message) => {
      setUnread(/** @type {{ count: number }} */ (message).count)
    })
    // 10. Assumption: `start` then finishes as ever, and only the frame is missing.
    const { authorizedDomains } = settings
    if (authorizedDomains.length === 0 || authorizedDomains.includes(location.hostname)) show(settings, options)
    Object.assign(kustomer, methods)
  }

  /**
   * @param {import('../page.ts').KustomerSettings} settings
   * @param {import('../page.ts').KustomerStartOptions} options
   */
  function show({ teamName, greeting }, options) {
    try {
      // Invented, and without the vendor's name in it: only a look at what is new finds it.
      localStorage.setItem('stand_in_widget_ui', '1')
    } catch {
      // Blocked storage.
    }
    frame = insertKustomerFrame(options)
    chat = createStandInWindow(frame.document, {
      vendor: 'Kustomer',
      title: teamName,
      subtitle: greeting,
      accent: '#4a3f9f',
      hasLauncher: !options.hideChatIcon,
      onOpen: () => {
        setOpen(true)
        chat?.focusField()
      },
      onClose: () => {
        setOpen(false)
        chat?.focusLauncher()
      },
      onSend: (text) => {
        void send(text)
      },
    })
    chat.setMessages(engine.conversation()?.messages ?? [])
  }

  /** 4. Opening twice fires once, which is an assumption. @param {boolean} next */
  function setOpen(next) {
    if (isOpen === next || !frame) return
    isOpen = next
    frame.setOpen(next)
    chat?.setOpen(next)
    if (next) engine.resume()
    engine.emit(next ? 'onOpen' : 'onClose')
    if (next && unread > 0) setUnread(0)
  }

  /** 5. @param {number} count */
  function setUnread(count) {
    unread = count
    chat?.setUnread(count)
    if (widgetSwitches.unread !== 'polling') engine.emit('onUnread', unreadCount())
  }

  function unreadCount() {
    const conversation = engine.conversation()
    return { total: unread, conversations: conversation ? { [conversation.id]: unread } : {} }
  }

  /** @param {unknown} message */
  function receive(message) {
    chat?.addMessage({ author: 'agent', text: /** @type {{ text: string }} */ (message).text })
    if (!isOpen) setUnread(unread + 1)
  }

  /** @param {string} text */
  async function send(text) {
    chat?.addMessage({ author: 'visitor', text })
    chat?.setTyping(true)
    const sent = await engine.sendMessage(text)
    if (!sent.error) return sent
    chat?.setTyping(false)
    chat?.setNotice('Your message could not be sent. Please try again.')
    return sent
  }

  function showConversation() {
    chat?.setMessages(engine.conversation()?.messages ?? [])
  }

  // 2. These join the page's own object; 3. until then they are undefined.
  const methods = {
    /** 7. @param {Callback} [done] */
    stop: (done) => {
      engine.stop()
      frame?.remove()
      frame = chat = started = null
      isOpen = false
      unread = 0
      setTimeout(() => {
        engine.call(done)
      })
    },
    /** @param {Callback} [done] */
    open: (done) => {
      setOpen(true)
      engine.call(done, { conversationId: engine.conversation()?.id })
    },
    /** @param {Callback} [done] */
    close: (done) => {
      setOpen(false)
      engine.call(done)
    },
    /** @param {{ jwtToken: string }} options @param {Callback} [done] */
    login: async (options, done) => {
      await engine.login(options, (response, error) => {
        if (!error) showConversation()
        engine.call(done, response, error)
      })
    },
    /** @param {Callback} [done] */
    logout: async (done) => {
      await engine.logout((response, error) => {
        showConversation()
        engine.call(done, response, error)
      })
    },
    isLoggedIn: engine.isLoggedIn,
    describeCustomer: engine.describe,
    describeConversation: engine.describe,
    /** @param {{ message: string }} options @param {Callback} [done] */
    createConversation: async ({ message }, done) => {
      const { response, error } = await send(message)
      engine.call(done, response, error)
    },
    openConversationById: () => {
      setOpen(true)
    },
    getOpenConversations: () => {
      const conversation = engine.conversation()
      return conversation ? [conversation] : []
    },
    openKbArticle: () => {},
    openKbCategory: () => {},
    isChatAvailable: () => (frame ? 'online' : 'hidden'),
    getUnreadCount: unreadCount,
    addListener: engine.addListener,
    removeListener: engine.removeListener,
  }
}
