import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { Clock, type Realm } from './clock.fixture.ts'
import { clearPage } from './clear-page.fixture.ts'
import { connect } from './connect.fixture.ts'
import { openJar } from './cookies.fixture.ts'
import { Network } from './network.fixture.ts'
import { keptIn, type Core, type Surroundings, type TestPage } from './surroundings.fixture.ts'

interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: object,
  ) => { readonly window: Realm & { eval: (text: string) => unknown } }
}

const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom // it has no types

/** Two tabs, each a window of its own, without a browser. All walks use the same two: opening one takes its time. */
export function openJsdom(): Surroundings {
  // The test runner's own takes longer than all the rest, and says the same of addresses.
  Object.assign(Error, { prepareStackTrace: undefined })
  const clock = new Clock()
  const code = bundled()
  let { pages, post, forget } = openPages(clock, code)
  return {
    clock,
    pages,
    isPrompt: false,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    async deliver(place) {
      post.deliver(place)
      await new Promise((resolve) => setImmediate(resolve))
    },
    async prepare(hasChannel, afterFault) {
      clock.clear()
      if (afterFault) ({ pages, post, forget } = openPages(clock, code))
      this.pages = pages
      forget()
      for (const page of pages) clearPage(page)
      post.reset(hasChannel)
    },
  }
}

function openPages(clock: Clock, code: string) {
  const forgets: (() => void)[] = []
  const giveJar = openJar()

  function open(): TestPage {
    const { window } = new JSDOM('<!doctype html>', { url: 'https://shop.test/', runScripts: 'outside-only' })
    const network = new Network()
    Object.assign(window, { URL }) // jsdom's own takes ten times as long
    clock.install(window)
    giveJar(window)
    forgets.push(rememberListeners(window), rememberListeners(window.document))
    network.install(window, clock)
    // Where nodes go that are removed: to make another document each time takes long.
    const elsewhere = window.document.implementation.createHTMLDocument('')
    window.document.implementation.createHTMLDocument = () => elsewhere
    Object.assign(window.console, { warn: () => undefined }) // of loads that fail, as they should
    const core = window.eval(`${code};core\n//# sourceURL=https://shop.test/app.js`) as Core // what the text just made
    return { realm: window, network, core, kept: keptIn(window), run: (text) => window.eval(text) }
  }

  const pages = [open(), open()] as const
  const forget = (): void => {
    for (const one of forgets) one()
  }
  return { pages, forget, post: connect([pages[0].realm, pages[1].realm]) }
}

/** A page takes its listeners along when it goes; these pages stay. Returns how to take all of them off. */
function rememberListeners(target: Window | Document): () => void {
  const add: EventTarget['addEventListener'] = target.addEventListener.bind(target)
  let added: Parameters<typeof add>[] = []
  target.addEventListener = (...listener: Parameters<typeof add>) => {
    added.push(listener)
    add(...listener)
  }
  return () => {
    for (const [type, listener] of added) if (listener) target.removeEventListener(type, listener)
    added = []
  }
}

/** The library in one text, its chunks included. */
function bundled(): string {
  const entryPoints = [fileURLToPath(new URL('core.fixture.ts', import.meta.url))]
  const define = { 'process.env.NODE_ENV': '"development"' }
  const { outputFiles } = buildSync({
    entryPoints,
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'core',
    define,
  })
  return outputFiles[0]?.text ?? ''
}
