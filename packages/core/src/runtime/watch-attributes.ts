import type { Author } from './author.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch, type Watcher } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

/** What an attribute says, in parts that can change by themselves: classes, style properties, or all of it. */
type Parts = ReadonlyMap<string, string>

interface Change {
  readonly element: HTMLElement
  readonly attribute: string
  readonly part: string
  readonly before: string | undefined
  readonly value: string | undefined
}

/** Every way to an attribute, of the page's root elements only: a look at the stack at each would cost too much. */
const ways: Readonly<Record<string, readonly string[]>> = {
  Element: ['setAttribute', 'removeAttribute', 'toggleAttribute', 'className', 'classList'],
  HTMLElement: ['style', 'dataset', 'inert'],
}

/** Remembers what the vendor changes on `html` and `body`, such as a scroll lock, and the title, to undo it. */
export function watchAttributes(window: Page, author: Author): Watch {
  const { document } = window
  const changes = new Map<string, Change>()
  let title: { readonly before: string; readonly text: string } | undefined
  let isVendorsTurn = false

  const note = (records: readonly MutationRecord[]): void => {
    const olds = new Map<string, MutationRecord>()
    for (const record of records) {
      const key = `${record.target.nodeName} ${record.attributeName}`
      if (!olds.has(key)) olds.set(key, record)
    }
    for (const { target, attributeName, oldValue } of olds.values()) {
      const element = target as HTMLElement // only the two roots are observed
      const attribute = attributeName ?? ''
      const [before, after] = [partsOf(document, attribute, oldValue), nowOf(element, attribute)]
      for (const part of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(part), after.get(part)]
        const key = `${element.localName} ${attribute} ${part}`
        if (was === is) continue
        const known = changes.get(key)
        changes.delete(key)
        const original = known && known.value === was ? known.before : was
        if (isVendorsTurn && original !== is)
          changes.set(key, { element, attribute, part, before: original, value: is })
      }
    }
  }

  // At the end of a turn nobody is known to be at work.
  const observer = new window.MutationObserver((records) => {
    note(records)
    isVendorsTurn = false
  })

  function observe(): void {
    for (const root of [document.documentElement, document.body]) {
      observer.observe(root, { attributes: true, attributeOldValue: true })
    }
  }
  observe()

  const watcher: Watcher = (use) => {
    const { self } = use
    if (self !== document.documentElement && self !== document.body) return undefined
    note(observer.takeRecords())
    isVendorsTurn = author.is(use.by)
    return undefined
  }
  const releases = Object.entries(ways).flatMap(([type, keys]) =>
    keys.map((key) => sharedPatch((Reflect.get(window, type) as typeof HTMLElement).prototype, key, watcher)),
  )
  releases.push(
    sharedPatch(window.Document.prototype, 'title', (use) => {
      if (use.how !== 'set' || use.self !== document) return undefined
      const text = String(use.values[0])
      const before = title?.text === document.title ? title.before : document.title
      title = author.is(use.by) ? { before, text } : undefined
      return undefined
    }),
  )

  const standing = (): readonly Change[] => {
    note(observer.takeRecords())
    return [...changes.values()].filter(
      ({ element, attribute, part, value }) => nowOf(element, attribute).get(part) === value,
    )
  }

  const nowOf = (element: HTMLElement, attribute: string): Parts =>
    partsOf(document, attribute, element.getAttribute(attribute))

  function find(): readonly Trace[] {
    const found = standing().map(({ element, attribute, part }): Trace => ({
      kind: 'attribute',
      name: `${element.localName} ${attribute} ${part}`.trim(),
    }))
    return title && title.text === document.title ? [...found, { kind: 'attribute', name: 'title' }] : found
  }

  return {
    find,
    sweep() {
      const found = find()
      for (const change of standing()) undo(change)
      observer.takeRecords()
      changes.clear()
      if (title && title.text === document.title) document.title = title.before
      title = undefined
      return found
    },
    stop() {
      observer.disconnect()
      for (const release of releases) release()
    },
  }
}

function partsOf(document: Document, attribute: string, text: string | null): Parts {
  if (text === null) return new Map()
  if (attribute === 'class') return new Map(text.split(/\s+/).flatMap((name) => (name ? [[name, name]] : [])))
  if (attribute !== 'style') return new Map([['', text]])
  const { style } = document.createElement('i')
  style.cssText = text
  return new Map(
    Array.from(style, (name) => [name, `${style.getPropertyValue(name)}!${style.getPropertyPriority(name)}`]),
  )
}

function undo({ element, attribute, part, before }: Change): void {
  if (attribute === 'class') element.classList.toggle(part, before !== undefined)
  else if (attribute === 'style') {
    const [value = '', priority = ''] = before?.split('!') ?? []
    if (value) element.style.setProperty(part, value, priority)
    else element.style.removeProperty(part)
  } else if (before === undefined) element.removeAttribute(attribute)
  else element.setAttribute(attribute, before)
  if (before === undefined && element.getAttribute(attribute) === '') element.removeAttribute(attribute)
}
