// https://cdn.kustomerapp.com/chat-web/core.js, the headless build. The widget loads it too (facts 2.2); that it then
// leaves its global on the page is an assumption, made so that removal is tested against it.

const coreScript = /** @type {HTMLScriptElement & { handover?: import('../page.ts').KustomerHandover }} */ (
  document.currentScript
)
const coreKey = coreScript.handover?.key ?? coreScript.dataset['kustomerApiKey']
if (!coreKey) {
  throw new Error(
    'Stand-in for Kustomer: the attribute data-kustomer-api-key is missing from core.js, so chat cannot start.',
  )
}
defineKustomerCore(coreKey, coreScript.handover?.hosts ?? kustomerHosts(coreScript.src, coreKey))

/**
 * @param {string} key
 * @param {import('../page.ts').KustomerHosts} hosts
 */
function defineKustomerCore(key, hosts) {
  /** @typedef {import('../page.ts').KustomerCallback} Callback */
  /** @type {Record<string, unknown>} */
  const core = {
    /** @param {import('../page.ts').KustomerStartOptions} options @param {Callback} [done] */
    init: async (options, done) => {
      const engine = createKustomerEngine({ key, hosts })
      const settings = await engine.loadSettings(options)
      Object.assign(core, {
        /** @param {{ message: string }} sent @param {Callback} [sentDone] */
        sendMessage: async ({ message }, sentDone) => {
          const { response, error } = await engine.sendMessage(message)
          engine.call(sentDone, response, error)
        },
        /** @param {Callback} [listed] */
        getConversations: (listed) => {
          const conversation = engine.conversation()
          engine.call(listed, conversation ? [conversation] : [])
        },
        login: engine.login,
        logout: engine.logout,
        addListener: engine.addListener,
        removeListener: engine.removeListener,
        isChatAvailable: () => (settings ? 'online' : 'disabled'),
      })
      engine.call(done)
    },
  }
  const page = /** @type {import('../page.ts').KustomerPage} */ (/** @type {unknown} */ (window))
  page.KustomerCore = core
}
