import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** What the page's side of the virtual screen reader is used by. */
interface Reader {
  start(options: { readonly container: Node }): Promise<void>
  next(): Promise<void>
  lastSpokenPhrase(): Promise<string>
  spokenPhraseLog(): Promise<string[]>
  clearSpokenPhraseLog(): Promise<void>
}

interface ReaderWindow extends Window {
  reader?: Reader
}

export interface ScreenReader {
  /** Writes down what the visitor does, and what they have heard since the last time. */
  readonly note: (what: string) => Promise<void>
  /** Reads on, line by line, to the end of the part that it is in. */
  readonly readTo: (last: string) => Promise<void>
  readonly transcript: () => string
}

const address = '/virtual-screen-reader.js'

/**
 * What it says of the elements in between, which real ones leave out; of a message that is taken back; and of one that
 * only a slow machine leaves time for; and the sign on the button “Close”.
 */
const noise = /^(?:paragraph|group|end of (?!document).*|end, .*|polite: |assertive: |polite: Removing .*|×)$/

/** It reads the texts of an element that has a name once more after the name. */
function withoutEcho(phrases: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const phrase of phrases) if (!noise.test(phrase) && !kept.at(-1)?.includes(phrase)) kept.push(phrase)
  return kept
}

/** A simulated screen reader on the page, which hears what assistive technology is told; not what one makes of it. */
export async function startScreenReader(page: Page): Promise<ScreenReader> {
  const file = new URL(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'))
  const body = await readFile(file, 'utf8')
  await page.route(`**${address}`, (route) => route.fulfill({ body, contentType: 'text/javascript' }))
  await page.evaluate(async (url) => {
    const { virtual } = (await import(url)) as { readonly virtual: Reader }
    ;(window as ReaderWindow).reader = virtual
    await virtual.start({ container: document.body })
  }, address)

  const lines: string[] = []
  return {
    note: async (what) => {
      const heard = await page.evaluate(async () => {
        // It listens a moment later than the page speaks.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const { reader } = window as ReaderWindow
        const phrases = (await reader?.spokenPhraseLog()) ?? []
        await reader?.clearSpokenPhraseLog()
        return phrases
      })
      lines.push(`[${what}]`, ...withoutEcho(heard), '')
    },
    readTo: (last) =>
      page.evaluate(async (phrase) => {
        const { reader } = window as ReaderWindow
        for (let line = 0; line < 200; line++) {
          if (!reader || (await reader.lastSpokenPhrase()) === phrase) return
          await reader.next()
        }
      }, last),
    transcript: () => lines.join('\n'),
  }
}
