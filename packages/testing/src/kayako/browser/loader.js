// The script at https://SUB.kayakocdn.com/messenger. It runs in the page. Numbers are the lines of facts 1.6.

/** @type {import('../switches.ts').KayakoSwitches} */
const loaderSwitches = JSON.parse('__STAND_IN_SWITCHES__')
const ownScript = /** @type {HTMLScriptElement} */ (document.currentScript)
const kayakoOnPage = /** @type {import('../page.ts').KayakoPage} */ (/** @type {unknown} */ (window)).kayako

// 2. Throws nothing where the embed code is missing, but does nothing either.
if (kayakoOnPage?._settings && kayakoOnPage.readyQueue && kayakoOnPage.newEmbedCode) {
  bootKayakoStandIn(kayakoOnPage, kayakoOnPage._settings)
}

/**
 * @param {import('../page.ts').KayakoGlobal} kayako
 * @param {import('../page.ts').KayakoSettings} settings
 */
function bootKayakoStandIn(kayako, settings) {
  const cacheKey = `kayako:messenger:${settings.apiUrl}:settings/current`
  const isReal = new URL(ownScript.src).hostname.endsWith('.kayakocdn.com')
  const local = new URL('.', ownScript.src).href.replace(/\/$/, '')
  const assets = isReal ? 'https://assets.kayako.com' : local
  const errorReporting = isReal ? 'https://d2wy8f7a9ursnm.cloudfront.net' : `${local}/error-reporting`

  addScript(document.head, `${errorReporting}/bugsnag.js`) // the file's real name is not known
  const cached = readCache()
  if (cached) insertMessenger(cached)
  else requestSettings()

  /** @returns {Record<string, unknown> | null} */
  function readCache() {
    try {
      const { savedAt, data } = JSON.parse(localStorage.getItem(cacheKey) ?? '{}')
      return Date.now() - savedAt < 5 * 60_000 ? data : null // 3.
    } catch {
      return null
    }
  }

  function requestSettings() {
    const request = new XMLHttpRequest()
    request.open(
      'GET',
      `${settings.apiUrl}/messenger/settings/current?include=locale_field,brand,business_hour,businesshour_holiday`,
    )
    // Any custom header asks for the preflight that the real one asks for; its name is not known.
    request.setRequestHeader('X-Stand-In', 'kayako')
    request.addEventListener('loadend', () => {
      if (request.status !== 200) {
        console.warn('Stand-in for Kayako: no settings were answered, so the embedded ones are used.')
        insertMessenger({})
        return
      }
      const { data } = JSON.parse(request.responseText)
      try {
        localStorage.setItem(cacheKey, JSON.stringify({ savedAt: Date.now(), data }))
      } catch {
        // Blocked storage: the next page asks again.
      }
      insertMessenger(data)
    })
    request.send()
  }

  /** @param {Record<string, unknown>} answered */
  function insertMessenger(answered) {
    const { metadata, home_titles, home_subtitles, businesshour, ...others } = answered
    mergeDeep(settings, others)
    if (typeof metadata === 'object' && metadata) mergeDeep(settings, metadata)
    if (home_titles) mergeDeep(settings, { homeTitles: home_titles, homeSubtitles: home_subtitles })
    mergeDeep(settings, { businessHour: businesshour, replyTimeLocale: 'en-us', enableSuggestions: false })
    mergeDeep(settings, kayako.config ?? {})
    if (loaderSwitches.loader === 'unavailable') {
      becomeReadyUnseen()
      return
    }

    const container = document.createElement('div')
    container.id = 'kayako-messenger'
    // Through the CSSOM, which a strict style-src lets pass.
    Object.assign(container.style, { position: 'fixed', right: '0', bottom: '0', width: '0', height: '0' })
    const frame = document.createElement('iframe')
    frame.id = 'kayako-messenger-frame'
    frame.title = 'Chat (stand-in for Kayako Messenger)'
    Object.assign(frame.style, { border: 'none', width: '100%', height: '100%' })
    container.append(frame)

    const firstScript = document.body.querySelector('script')
    if (!firstScript)
      throw new Error(
        'Stand-in for Kayako: <body> holds no <script> to insert the Messenger before, as the real one needs.',
      )
    firstScript.before(container)
    fillFrame(frame)
  }

  /** Assumption: a vendor that does not show itself on this domain answers as ever, as facts 2.2 infer of Kustomer. */
  function becomeReadyUnseen() {
    /** @param {(() => void) | undefined} done */
    const forget = (done) => {
      if (done) setTimeout(done)
    }
    const nothing = () => undefined
    Object.assign(kayako, { minimize: nothing, maximize: nothing, hide: nothing, show: nothing, on: nothing })
    Object.assign(kayako, { identify: nothing, forget, visibility: () => 'minimized' })
    for (const run of kayako.readyQueue?.splice(0) ?? []) run()
  }

  /** @param {HTMLIFrameElement} frame */
  function fillFrame(frame) {
    const inside = /** @type {Document} */ (frame.contentDocument)
    const bundle = `${assets}/messenger/build-0000standin.js`
    const isHeldBack = loaderSwitches.loader === 'never-ready'
    inside.open()
    if (loaderSwitches.frame === 'dom') {
      inside.close() // makes the html, head and body elements
      if (!isHeldBack) addScript(inside.body, bundle)
      return
    }
    const attributes = `src="${bundle.replaceAll('&', '&amp;')}" crossorigin="anonymous" nonce="${ownScript.nonce}"`
    inside.write(
      `<!doctype html><html><head></head><body>${isHeldBack ? '' : `<script ${attributes}></script>`}</body></html>`,
    )
    inside.close()
  }

  /**
   * @param {HTMLElement} parent
   * @param {string} url
   */
  function addScript(parent, url) {
    const script = parent.ownerDocument.createElement('script')
    script.async = true
    script.crossOrigin = 'anonymous'
    script.nonce = ownScript.nonce
    script.src = trustedScriptUrl(url)
    parent.append(script)
  }

  /**
   * @param {Record<string, unknown>} target
   * @param {object} source
   */
  function mergeDeep(target, source) {
    for (const [name, value] of Object.entries(source)) {
      const own = target[name]
      const areObjects = [own, value].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
      if (areObjects) mergeDeep(/** @type {Record<string, unknown>} */ (own), value)
      else if (value !== undefined) target[name] = value
    }
  }
}
