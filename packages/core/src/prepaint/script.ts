declare const document: Document & { readonly prerendering?: boolean }
declare const navigator: { readonly globalPrivacyControl?: boolean }

/**
 * What runs in the page before the banner's first paint. It shows the first banner only where it can answer for it,
 * and hides it everywhere else until the store has read what is stored.
 *
 * Every byte is on the page, so whatever a server can work out comes as text, both records included. It is shipped
 * minified: run `npm run prepaint` after each change. What is written by hand here is what minifiers leave alone.
 */
export const prepaint = (
  /** Matches `document.cookie` unless that holds what the page was rendered for. */
  changed: RegExp,
  /** The cookie's name, and `=`. */
  name: string,
  /** The record's id, or nothing for a new record. */
  id: string,
  /** The cookie's attributes, each closed by `;`. */
  attributes: string,
  /** The rest of the record for each button; `!` stands for the privacy signal. */
  answers: Readonly<Record<string, string>>,
): void => {
  const banner = '[data-askfirst=banner][data-state=first]'
  let hidden = 0

  const act = (event?: MouseEvent): void => {
    try {
      // A page that is prerendered may be shown after the visitor has decided on another.
      const isOther = document.prerendering || changed.test(document.cookie)
      if (event) {
        const answer =
          answers[(event.target as Element).closest<HTMLElement>(banner + ' button')?.dataset['askfirst'] + '']
        if (answer && !isOther) {
          let sum = 0
          const record =
            'v=1&id=' +
            // Enough to tell visitors apart; `crypto` would not fit.
            (id || Math.random().toString(36).slice(2)) +
            '&time=' +
            Date.now() +
            answer.replace(/(~?)!/g, navigator.globalPrivacyControl === true ? '$1gpc' : '')
          for (const char of record) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
          document.cookie =
            name + record + '&sum=' + sum.toString(36) + attributes + (location.protocol > 'http:' ? 'secure' : '')
          // Hides the banner if the cookie is there now; otherwise the click is left to React.
          act()
          new BroadcastChannel('askfirst').postMessage(0)
        }
        // Also the second click of a double click, which would hit what the banner had covered.
        if (hidden && (answer || (event.detail > 1 && hidden > Date.now() - 999))) {
          event.preventDefault()
          event.stopImmediatePropagation()
        }
      } else if (isOther) {
        // No change that React would find, and no inline style that a CSP would block.
        const sheet = new CSSStyleSheet()
        sheet.insertRule(banner + '{display:none!important}')
        document.adoptedStyleSheets.push(sheet)
        hidden = Date.now()
      }
    } catch {
      // Blocked cookies, an old browser: the banner stays, and React answers.
    }
  }
  act()
  addEventListener('click', act, true)
}
