import { runInThisContext } from 'node:vm'
import { vi } from 'vitest'

/** A tab's cookies: those that `path=/` would replace, and others of the same name on longer paths. */
interface Jar {
  own: ReadonlyMap<string, string>
  others: readonly string[]
  /** What the browser does with a new cookie. */
  mode: 'takes' | 'ignores' | 'throws'
  written: string[]
}

interface FirstPageOptions {
  readonly cookies?: readonly string[] | undefined
  readonly cookieName?: string | undefined
}

/** Read before a test puts its own in their place. */
const { addEventListener, removeEventListener } = globalThis

class Sheet {
  readonly rules: string[] = []
  insertRule(rule: string): void {
    this.rules.push(rule)
  }
}

/** Thousands of pages show the same. */
let html: HTMLElement | undefined

function parse(text: string): HTMLElement {
  const main = document.createElement('main')
  main.innerHTML = text
  return main
}

/** Leaves the page that was opened last; opening another does so, too. */
export let leaveFirstPage = (): void => undefined

/** A page whose HTML holds the banner and whose React has not arrived; a listener on the banner's parent stands in for it. */
export class FirstPage {
  readonly jar: Jar
  readonly told: unknown[] = []
  /** What reached React. */
  readonly clicks: string[] = []
  readonly html = (html ??= parse(
    '<section data-askfirst="banner"><p data-askfirst="banner-text">We ask first.</p><div data-askfirst="actions">' +
      '<button data-askfirst="reject">Reject <b>all</b></button><button data-askfirst="accept">Accept all</button>' +
      '<button data-askfirst="choose">Choose</button></div></section><a href="#link">A link</a>',
  ))
  readonly browser: { globalPrivacyControl?: unknown } = {}
  private readonly sheets: Sheet[] = []
  private readonly life = new AbortController()
  private readonly listeners: ((event: Event) => void)[] = []

  constructor({ cookies = [], cookieName = 'askfirst' }: FirstPageOptions = {}) {
    leaveFirstPage()
    leaveFirstPage = () => this.leave()
    const [first, ...others] = cookies
    this.jar = {
      own: new Map(first === undefined ? [] : [[cookieName, first]]),
      others: others.map((text) => `${cookieName}=${text}`),
      mode: 'takes',
      written: [],
    }
    const { jar, told, sheets, listeners } = this
    const toReact = ({ target }: Event): void => {
      this.clicks.push((target as Element).closest<HTMLElement>('[data-askfirst],a')?.dataset['askfirst'] ?? 'link')
    }
    this.html.addEventListener('click', toReact, { signal: this.life.signal })
    if (!this.html.isConnected) document.body.append(this.html)
    this.part('section').dataset['state'] = 'first'
    Object.defineProperties(document, {
      cookie: {
        configurable: true,
        get: () => readJar(jar),
        set(text: string) {
          writeJar(jar, text)
        },
      },
      adoptedStyleSheets: { configurable: true, value: sheets },
    })
    vi.stubGlobal('CSSStyleSheet', Sheet)
    vi.stubGlobal('navigator', this.browser)
    vi.stubGlobal('addEventListener', (type: string, listener: (event: Event) => void, isCapture: boolean) => {
      if (type !== 'click') return
      listeners.push(listener)
      addEventListener(type, listener, isCapture)
    })
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor(readonly channel: string) {}
        postMessage(message: unknown): void {
          told.push(this.channel, message)
        }
      },
    )
  }

  run(script: string): this {
    runInThisContext(script)
    return this
  }

  part(selector: string): HTMLElement {
    const part = this.html.querySelector<HTMLElement>(selector)
    if (!part) throw new Error(`nothing on the page is ${selector}`)
    return part
  }

  click(selector: string, detail = 1): MouseEvent {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail })
    this.part(selector).dispatchEvent(event)
    return event
  }

  get isHidden(): boolean {
    const banner = this.part('[data-askfirst=banner]')
    const hides = (rule: string): boolean => {
      const [, selector = ''] = /^(.*)\{display:none!important\}$/.exec(rule) ?? []
      return banner.matches(selector)
    }
    return this.sheets.some(({ rules }) => rules.some(hides))
  }

  private leave(): void {
    for (const listener of this.listeners) removeEventListener('click', listener, true)
    this.life.abort()
    this.html.remove()
    Reflect.deleteProperty(document, 'cookie')
    Reflect.deleteProperty(document, 'adoptedStyleSheets')
  }
}

const readJar = ({ mode, own, others }: Jar): string => {
  if (mode === 'throws') throw new DOMException('Cookies are blocked.', 'SecurityError')
  return ['other=1', ...Array.from(own, ([name, text]) => `${name}=${text}`), ...others].join('; ')
}

function writeJar(jar: Jar, text: string): void {
  if (jar.mode === 'throws') throw new DOMException('Cookies are blocked.', 'SecurityError')
  jar.written.push(text)
  const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(text) ?? []
  if (jar.mode === 'takes') jar.own = new Map(jar.own).set(name, value)
}
