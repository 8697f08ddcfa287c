/**
 * The chat window of both stand-ins, drawn in their same-origin frame: a launcher and a window with a log and a field.
 * @param {Document} page the frame's document
 * @param {{
 *   vendor: string,
 *   title: string,
 *   subtitle: string,
 *   accent: string,
 *   hasLauncher: boolean,
 *   closeIcon?: string,
 *   onOpen: () => void,
 *   onClose: () => void,
 *   onSend: (text: string) => void,
 * }} options
 */
function createStandInWindow(
  page,
  { vendor, title, subtitle, accent, hasLauncher, closeIcon, onOpen, onClose, onSend },
) {
  const { element, icon } = createElements(page)
  page.title = `Chat (stand-in for ${vendor})`
  page.documentElement.lang = 'en'
  page.documentElement.style.setProperty('--accent', accent)
  // A constructed sheet, made in the frame's own realm, passes even a strict style-src.
  const sheet = new /** @type {Window & typeof globalThis} */ (page.defaultView).CSSStyleSheet()
  sheet.replaceSync('__STAND_IN_STYLES__')
  page.adoptedStyleSheets = [sheet]

  const badge = element('span', { class: 'badge', hidden: '' })
  const launcher = element('button', { class: 'launcher', type: 'button' }, speechIcon(), badge)
  const close = element('button', { class: 'close', type: 'button', 'aria-label': 'Close chat' }, closeMark())
  const log = element('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'Conversation',
    tabindex: '0',
  })
  const notice = element('p', { class: 'notice', role: 'status' })
  const field = element('input', { id: 'message', type: 'text', autocomplete: 'off', enterkeyhint: 'send' })
  const form = element(
    'form',
    { class: 'composer' },
    element('label', { for: 'message' }, 'Your message'),
    field,
    element('button', { type: 'submit' }, 'Send'),
  )
  const window = element(
    'section',
    { class: 'window', 'aria-label': `Chat (stand-in for ${vendor})`, hidden: '' },
    element('div', { class: 'header' }, element('h2', {}, title), element('p', {}, subtitle), close),
    element('p', { class: 'disclaimer' }, `Stand-in for ${vendor} – not the real service`),
    log,
    notice,
    form,
  )
  const corner = element(
    'section',
    { class: 'corner', 'aria-label': `Chat launcher (stand-in for ${vendor})` },
    launcher,
  )
  page.body.append(corner, window)
  let noticeText = ''
  setUnread(0)
  setOpen(false)

  launcher.addEventListener('click', onOpen)
  close.addEventListener('click', onClose)
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onClose()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    field.value = ''
    field.focus()
    if (text) onSend(text)
  })

  function speechIcon() {
    return icon('M6 8h20v13H16l-6 5v-5H6z', 'M11 13h10M11 16.5h6')
  }

  function closeMark() {
    return closeIcon
      ? element('img', { src: closeIcon, alt: '', width: '20', height: '20' })
      : icon('M9 9l14 14M23 9L9 23')
  }

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    window.hidden = !isOpen
    corner.hidden = isOpen || !hasLauncher
    if (isOpen) log.scrollTop = log.scrollHeight
  }

  /** @param {number} count */
  function setUnread(count) {
    badge.textContent = String(count)
    badge.hidden = count === 0
    const unread = count === 0 ? '' : `, ${count} unread`
    launcher.setAttribute('aria-label', `Open chat${unread} (stand-in for ${vendor})`)
  }

  /** @param {{ author: string, text: string }} message */
  function addMessage({ author, text }) {
    if (author === 'agent') setTyping(false)
    const name = author === 'agent' ? 'Stand-in agent' : 'You'
    log.append(
      element(
        'div',
        { class: `message ${author}` },
        element('span', { class: 'author' }, name),
        element('p', {}, text),
      ),
    )
    log.scrollTop = log.scrollHeight
  }

  /** @param {readonly { author: string, text: string }[]} messages */
  function setMessages(messages) {
    log.replaceChildren()
    addMessage({ author: 'agent', text: 'Hello! Type something, and a script will answer you.' })
    for (const message of messages) addMessage(message)
  }

  /** @param {boolean} isTyping */
  function setTyping(isTyping) {
    notice.textContent = isTyping ? 'Stand-in agent is typing …' : noticeText
  }

  return {
    setOpen,
    setUnread,
    addMessage,
    setMessages,
    setTyping,
    /** @param {string} text */
    setNotice: (text) => {
      noticeText = text
      notice.textContent = text
    },
    focusField: () => {
      field.focus()
    },
    focusLauncher: () => {
      launcher.focus()
    },
  }
}
