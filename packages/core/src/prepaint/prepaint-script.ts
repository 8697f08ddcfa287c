import { checkNames } from '../check-names.ts'
import { decide } from '../decide.ts'
import { needsDecision } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Signal } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import type { ConsentState } from '../state.ts'
import type { CookieStorageOptions } from '../storage/cookie-storage.ts'
import { createConsentStore, type ConsentStoreOptions } from '../store.ts'
import { prepaintFunction } from './script.generated.ts'

/** What the store on the page is made with, and the cookie it is kept in. */
export interface PrepaintOptions extends Omit<ConsentStoreOptions, 'storage'>, CookieStorageOptions {
  /** A privacy signal that the server saw. @default that of `initial`, or else what the browser says */
  readonly signal?: Signal | undefined
}

/**
 * The text of the script that lets a banner in the HTML answer before React does, and hides it before its first paint
 * where there is nothing to answer. Give it what you give to `ConsentProvider`, and put it before the banner: into the
 * head, or first into the body. Safe inside of `<script>` whatever the options hold.
 *
 * Without `initial`, for pages that are built once, it serves visitors of whom nothing is stored; with it, the visitor
 * of this request, and it is empty where the banner is not due. For anybody else the banner is hidden until the store
 * has read what is stored.
 */
export function prepaintScript({ name = 'askfirst', attributes = '', signal, ...site }: PrepaintOptions = {}): string {
  const { policy = optIn, initial = { stored: null, now: Date.now(), signal: '', policy } } = site
  const seen = signal ?? initial.signal
  const state = firstState({ ...site, initial: { ...initial, signal: seen } })
  // In production too: nothing but names fits between the signs of a record.
  checkNames([...state.vendors.values()], [...state.categories, state.policy.id, state.revision, state.locale])

  const isDue = needsDecision(state)
  const isDueAnyway = isDue && needsDecision(firstState({ ...site, initial: { ...initial, signal: 'gpc' } }))
  if (site.initial && !isDue) return ''
  const changed = isDue ? cookieChanged(name, initial.stored) : always
  const secure = name.includes('__') ? 'secure;' : ''
  const parts = [
    isDueAnyway ? changed : `navigator.globalPrivacyControl===!0?${always}:${changed}`,
    quote(`${name}=`),
    quote(encodeURIComponent(state.record?.id ?? '')),
    quote(`;path=/;max-age=34560000;samesite=lax;${secure}${attributes && `${attributes};`}`),
    `{accept:${quote(answer(state, true))},reject:${quote(answer(state, false))}}`,
  ]
  return `(${prepaintFunction})(${parts.join()})`
}

const firstState = (site: ConsentStoreOptions): ConsentState => createConsentStore(site).getInitialState()

/** What `acceptAll` and `rejectAll` would store, from the policy on; the page adds its own time, and the signal it sees. */
function answer(state: ConsentState, all: boolean): string {
  const signal = state.signal || ('!' as Signal) // stands for one
  const text = serializeRecord(decide({ ...state, now: noTime, signal }, { all }, 'banner'))
  return text.slice(text.indexOf('&policy='), text.lastIndexOf('&sum='))
}

/** No answer has this time, so each one that is kept is written with its own. */
const noTime = -1

/** A pattern that finds something in any cookie. */
const always = '/^/'

/** A pattern that finds a `document.cookie` which holds something else than `stored`. */
function cookieChanged(name: string, stored: string | null): string {
  const start = `${escape(name)}=`
  return stored === null ? `/(^|; )${start}/` : `/^(?!(.*; )?${start}${escape(stored)}(;|$))/`
}

const code = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text for a pattern: every sign that means something in a pattern or in HTML is written by its code. */
const escape = (text: string): string => text.replace(/[^\w=&:~%,-]/g, code)

/** A text for a script: JSON, and every sign that means something in HTML, or is not ASCII, by its code. */
const quote = (text: string): string => JSON.stringify(text).replace(/[<>]|[^ -~]/g, code)
