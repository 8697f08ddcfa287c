import { readFileSync } from 'node:fs'

/** A file under `src` (or `dist`) that runs in the browser, or is styled there. */
function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}

/**
 * Joins the parts of one script and fills in what its author left open. The parts are classic scripts that share
 * one function's scope, so that nothing of the stand-in becomes a global of the page by accident.
 * Of the switches, `token` and `secret` stay with the service: no page of a real one gets them either.
 */
export function browserScript(parts: readonly string[], switches: object): string {
  const open = { ...switches, token: undefined, secret: undefined }
  const filled = parts
    .map(read)
    .join('\n')
    // Replacement functions, because a replacement text would treat `$` specially.
    .replaceAll(`'__STAND_IN_SWITCHES__'`, () => JSON.stringify(JSON.stringify(open)))
    .replaceAll(`'__STAND_IN_STYLES__'`, () => JSON.stringify(read('window/chat-window.css')))
  return `(() => {\n'use strict'\n${filled}\n})()\n`
}
