// The sizes that may not be passed, in kB of 1,000 bytes after gzip, React not counted. One line each.

/**
 * @typedef {object} Budget
 * @property {string} name
 * @property {number} limit
 * @property {string} code what the visitor's page imports
 * @property {string} [lazy] a module that is fetched later: counts what comes with it, not the first load
 * @property {string} [each] every module of this folder is fetched by itself: counts the largest
 * @property {boolean} [withoutCore] leaves out what the page has anyway
 * @property {boolean} [isText] the code runs on a server and exports a `text` for the page: that is what counts
 */

const core = `export { createConsentStore, cookieStorage, permission } from '@askfirst/core'`
const first = `export { ConsentProvider, ConsentBanner } from '@askfirst/react'`
const chat = `export { ConsentProvider, ConsentBanner, GatedChat } from '@askfirst/react'; export { kayako } from '@askfirst/vendors/kayako'`
const frame = `export { ConsentProvider, ConsentBanner, GatedFrame } from '@askfirst/react'; export { youtube } from '@askfirst/vendors/youtube'`
/** @param {string} name @param {string} file */
const frameVendor = (name, file) => `export { ${name} } from '@askfirst/vendors/${file}'`
const preferences = `export { ConsentProvider, ConsentBanner, Preferences } from '@askfirst/react'`
const languages = `export { useLocale } from '@askfirst/react/locales'`
const kayako = `export { kayako } from '@askfirst/vendors/kayako'`
const kustomer = `export { kustomer } from '@askfirst/vendors/kustomer'`
/** By path: by its name it would be left out together with core. @param {string} file */
const inCore = (file) => `export * from './node_modules/@askfirst/core/dist/${file}.js'`
/** @param {string} file */
const signal = (file) => inCore(`signals/${file}`)
const prepaint = `
  import { policies } from '@askfirst/core'
  import { prepaintScript } from '@askfirst/core/prepaint'
  import { kayako } from '@askfirst/vendors/kayako'
  import { kustomer } from '@askfirst/vendors/kustomer'
  const vendors = [kayako({ subdomain: 'acme' }), kustomer({ apiKey: 'key', brandId: 'brand' })]
  export const text = prepaintScript({ vendors, policy: policies.eea })`
const styles = `import '@askfirst/react/styles.css'`
const layouts = `import '@askfirst/react/layouts.css'`

/** @type {Budget[]} */
export const budgets = [
  { name: 'Store, cookie storage and permission', limit: 3, code: core },
  { name: 'First load: provider and banner', limit: 4.8, code: first },
  { name: 'First load with chat and one adapter', limit: 8, code: chat },
  { name: 'First load with a frame and its vendor', limit: 8.5, code: frame },
  { name: 'Preferences, fetched when wanted', limit: 19, code: preferences, lazy: 'react/dist/preferences/dialog.js' },
  { name: 'Choosing and fetching a language', limit: 1.6, code: languages },
  { name: 'A language, largest of its modules', limit: 1.6, code: languages, each: 'react/dist/locales/' },
  { name: 'Kayako adapter', limit: 1.3, code: kayako, withoutCore: true },
  { name: 'Kustomer adapter', limit: 1.3, code: kustomer, withoutCore: true },
  { name: 'YouTube frames', limit: 0.8, code: frameVendor('youtube', 'youtube'), withoutCore: true },
  { name: 'Vimeo frames', limit: 0.8, code: frameVendor('vimeo', 'vimeo'), withoutCore: true },
  { name: 'Google Maps frames', limit: 0.8, code: frameVendor('googleMaps', 'google-maps'), withoutCore: true },
  { name: 'Global Privacy Control on a server', limit: 0.5, code: signal('gpc'), withoutCore: true },
  { name: 'Signal to Google consent mode', limit: 0.5, code: signal('consent-mode'), withoutCore: true },
  { name: 'Signal to Microsoft UET', limit: 0.5, code: signal('uet'), withoutCore: true },
  { name: 'Signal to Microsoft Clarity', limit: 0.5, code: signal('clarity'), withoutCore: true },
  { name: 'Signal to the Meta pixel', limit: 0.5, code: signal('meta'), withoutCore: true },
  { name: 'Signal to the TikTok pixel', limit: 0.5, code: signal('tiktok'), withoutCore: true },
  { name: 'Signal to Shopify', limit: 0.5, code: signal('shopify'), withoutCore: true },
  { name: 'Signal to WordPress plugins', limit: 0.5, code: signal('wp-consent'), withoutCore: true },
  { name: 'Subscription to permissions', limit: 0.5, code: signal('subscribe'), withoutCore: true },
  { name: 'Script before the first paint', limit: 0.7, code: prepaint, isText: true },
  { name: 'Receipt: export, import and erase', limit: 3.7, code: inCore('receipt/index'), withoutCore: true },
  { name: 'Stylesheet', limit: 2.8, code: styles },
  { name: 'Stylesheet of other layouts', limit: 0.8, code: layouts },
]
