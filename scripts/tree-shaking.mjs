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
    // The policies of regions, three of many, and the storages that not everyone needs.
    without: ['quebec', 'Garante', 'notice-only', 'askfirst.remote', 'askfirst.disclosed'],
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

/** The devtools, as a page has them that is also published. */
const guarded = `import { ConsentDevtools } from '@askfirst/react/devtools'; globalThis.devtools = ConsentDevtools`

/** @type {Map<string, Promise<string>>} */
const made = new Map()

/**
 * Everything a package has, in a bundle. It takes its time, webpack's above all, so none is made twice.
 * @param {string} bundler @param {typeof bundlers[string]} bundle @param {string} from
 */
function whole(bundler, bundle, from) {
  const key = `${bundler} ${from}`
  const code = `import * as all from '${from}'; globalThis.all = { ...all }`
  const all = made.get(key) ?? bundle(consumer, from === '@askfirst/react' ? `${code}\n${guarded}` : code)
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

// What only those need who make a site, and the files that are published with it.
const forDevelopers = {
  'Copy as a bug report': 'devtools/panel',
  'data-askfirst-devtools': 'devtools/panel',
  'Simulated: ': 'devtools/simulate',
  'is harder to see than': 'weight/report',
  'of 24 × 24 px': 'weight/compare',
  'layouts.css is not on the page': 'weight/layout-mistakes',
}
for (const [marker, file] of Object.entries(forDevelopers)) {
  const published = readFileSync(join(consumer, `node_modules/@askfirst/react/dist/${file}.js`), 'utf8')
  if (!published.includes(marker)) disprove(`${file}.js is published without "${marker}", so that proves nothing.`)
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const all = await whole(bundler, bundle, '@askfirst/react')
    if (all.includes(marker)) disprove(`${bundler}: a production build still brings in "${marker}" of ${file}.js.`)
  }
}
console.log('The devtools and the warnings of development are in no production build.')

const asked = guarded.replace('react/devtools', 'react/devtools/production')
if (!(await bundlers['esbuild']?.(consumer, asked))?.includes('Copy as a bug report')) {
  disprove('@askfirst/react/devtools/production does not bring the devtools along.')
}
process.exitCode = proven ? 0 : 1
