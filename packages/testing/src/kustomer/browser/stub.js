// https://cdn.kustomerapp.com/chat-web/widget.js. Numbers are the lines of facts 2.6.

// 1. Finds itself by its attribute, and fails where one can see it.
/** @type {HTMLScriptElement | null} */
const stubScript = document.querySelector('script[data-kustomer-api-key]')
const chatKey = stubScript?.dataset['kustomerApiKey']
if (!stubScript || !chatKey) {
  throw new Error(
    'Stand-in for Kustomer: the attribute data-kustomer-api-key is missing from the script, so chat cannot start.',
  )
}
bootKustomerStub(stubScript, chatKey)

/**
 * @param {HTMLScriptElement} own
 * @param {string} key
 */
function bootKustomerStub(own, key) {
  /** @typedef {import('../page.ts').KustomerStart} Start */
  const hosts = kustomerHosts(own.src, key)
  /** @type {Parameters<Start>[]} */
  const queue = []
  /** @type {Start | null} */
  let realStart = null

  // 2. Nobody has documented whether the last or every early call counts; here every one does.
  /** @type {import('../page.ts').KustomerGlobal} */
  const kustomer = {
    start: (...call) => {
      if (realStart) realStart(...call)
      else queue.push(call)
    },
  }
  const page = /** @type {import('../page.ts').KustomerPage} */ (/** @type {unknown} */ (window))
  page.Kustomer = kustomer
  window.dispatchEvent(new Event('kustomerLoaded'))

  /** @type {import('../page.ts').KustomerHandover} */
  const handover = {
    key,
    hosts,
    kustomer,
    run: (start) => {
      realStart = start
      for (const call of queue.splice(0)) start(...call)
    },
  }
  setTimeout(() => {
    addScript('core.js', () => {
      addScript('release-v0.0.0/widget-main.js')
    })
  }, 50)

  /**
   * @param {string} path
   * @param {() => void} [onLoad]
   */
  function addScript(path, onLoad) {
    const script = document.createElement('script')
    script.async = true
    script.crossOrigin = 'anonymous'
    script.nonce = own.nonce
    script.src = trustedScriptUrl(`${hosts.cdn}${path}`)
    if (onLoad) script.addEventListener('load', onLoad)
    document.head.append(Object.assign(script, { handover }))
  }
}
