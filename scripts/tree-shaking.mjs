// Proves, with three bundlers, that importing one small name brings in none of the rest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundlers } from './bundlers.mjs'
import { createConsumer } from './consumer.mjs'

/**
 * @typedef {object} Proof
 * @property {string} from
 * @property {string[]} without strings of unrelated parts: in a full import each is there
 * @property {string[]} names small ones: where they alone are imported, none of those strings is there
 */

/** @type {Proof[]} */
const proofs = [
  {
    from: '@askfirst/core',
    without: ['&sum=', 'savePreferences', 'getInitialState'], // the stored record, the store, zustand
    names: ['cookieStorage', 'permission'],
  },
  {
    from: '@askfirst/core',
    without: ['quebec', 'Garante', 'notice-only'], // the policies of regions, three of many
    names: ['createConsentStore'],
  },
  {
    from: '@askfirst/core',
    without: ['askfirst.remote', 'askfirst.disclosed'], // the storages that not everyone needs
    names: ['createConsentStore', 'cookieStorage'],
  },
  {
    from: '@askfirst/core/policies',
    without: ['quebec', 'Garante', 'notice-only', 'cf-ipcountry'], // the other policies, the headers
    names: ['california', 'optIn'],
  },
  {
    from: '@askfirst/react',
    without: ['prerendering', 'Your privacy choices', 'Start chat', 'Chat with us', 'frame-place'], // the store, the banner, both parts of the chat, the frame
    names: ['PreferencesTrigger', 'useIsGranted'],
  },
  {
    from: '@askfirst/server',
    without: ['ERR_JWS_INVALID', 'setIssuedAt'], // jose, which only one of the signatures needs
    names: ['readConsent', 'kayakoSignature'],
  },
]

const consumer = createConsumer()
let proven = true

/** @param {string} fault */
function disprove(fault) {
  console.error(fault)
  proven = false
}

/** @type {Map<string, Promise<string>>} */
const made = new Map()

/**
 * Everything a package has, in a bundle. It takes its time, webpack's above all, so none is made twice.
 * @param {string} bundler @param {typeof bundlers[string]} bundle @param {string} from
 */
function whole(bundler, bundle, from) {
  const key = `${bundler} ${from}`
  const all = made.get(key) ?? bundle(consumer, `import * as all from '${from}'; globalThis.all = { ...all }`)
  made.set(key, all)
  return all
}

for (const { from, names, without } of proofs) {
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const all = await whole(bundler, bundle, from)
    for (const marker of without.filter((text) => !all.includes(text))) {
      disprove(
        `${from} holds no "${marker}", so that proves nothing: choose a string in tree-shaking.mjs that it holds.`,
      )
    }
    const list = names.join(', ')
    // What two of them together do not bring in, neither of them does.
    const some = await bundle(consumer, `import { ${list} } from '${from}'; globalThis.some = [${list}]`)
    for (const marker of without.filter((text) => some.includes(text))) {
      disprove(`${bundler}: { ${list} } from ${from} still brings in "${marker}".`)
    }
    console.log(`${bundler.padEnd(8)} ${from} { ${list} }: ${some.length} of ${all.length} characters`)
  }
}

/** An app that renders the devtools. @param {string} from */
const withDevtools = (from) => `
  import { createElement } from 'react'
  import { ConsentProvider } from '@askfirst/react'
  import { ConsentDevtools } from '${from}'
  globalThis.app = createElement(ConsentProvider, null, createElement(ConsentDevtools))`

const panel = ['Copy as a bug report', 'data-askfirst-devtools', 'Simulated: ']
for (const [bundler, bundle] of Object.entries(bundlers)) {
  const guarded = await bundle(consumer, withDevtools('@askfirst/react/devtools'))
  const asked = await bundle(consumer, withDevtools('@askfirst/react/devtools/production'))
  for (const marker of panel) {
    if (guarded.includes(marker)) {
      disprove(`${bundler}: a production build with @askfirst/react/devtools still brings in "${marker}".`)
    }
    if (!asked.includes(marker)) {
      disprove(`${bundler}: @askfirst/react/devtools/production holds no "${marker}", so that proves nothing.`)
    }
  }
  console.log(
    `${bundler.padEnd(8)} devtools in production: ${asked.length - guarded.length} characters, only where asked for`,
  )
}
// What warns of an unfair theme while a site is made.
const warning = ['is harder to see than', 'of 24 × 24 px', 'layouts.css is not on the page']
const published = ['report', 'compare', 'layout-mistakes']
  .map((file) => readFileSync(join(consumer, `node_modules/@askfirst/react/dist/weight/${file}.js`), 'utf8'))
  .join('\n')
for (const [bundler, bundle] of Object.entries(bundlers)) {
  const all = await whole(bundler, bundle, '@askfirst/react')
  for (const marker of warning) {
    if (!published.includes(marker)) {
      disprove(`@askfirst/react is published without "${marker}", so that proves nothing.`)
    }
    if (all.includes(marker)) {
      disprove(`${bundler}: a production build still brings in the development warning "${marker}".`)
    }
  }
  console.log(`${bundler.padEnd(8)} development warnings in production: none`)
}
process.exitCode = proven ? 0 : 1
