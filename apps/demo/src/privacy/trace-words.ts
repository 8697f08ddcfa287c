import type { RemainingReason, TraceKind, UncheckedReason } from '@askfirst/core/runtime'

/** What was found, in words for visitors. */
export const kinds: Readonly<Record<TraceKind, string>> = {
  cookie: 'cookie',
  local: 'entry in local storage',
  session: 'entry in session storage',
  indexeddb: 'database',
  cache: 'cache',
  node: 'part of the page',
  attribute: 'setting of the page',
  global: 'name in the page’s scripts',
  listener: 'listener',
  timer: 'timer',
  request: 'request on its way',
  socket: 'connection',
  observer: 'observer',
  worker: 'worker',
  frame: 'frame of',
}

/** Why it is still there. */
export const remains: Readonly<Record<RemainingReason, string>> = {
  returned: 'it was removed, and something wrote it again',
  kept: 'the browser does not let a page remove it',
}

/** Why nobody here can tell. */
export const unchecked: Readonly<Record<UncheckedReason, string>> = {
  hidden: 'if it is there, only servers can see and delete it',
  elsewhere: 'what it stored under its own address, only it can delete; your browser’s settings can, too',
  unsure: 'it appeared meanwhile, and may be the shop’s own',
}
