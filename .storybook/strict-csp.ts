import { kustomerChatKey } from '@askfirst/testing'
import { csp, frameCsp, kayakoCsp, kustomerCsp } from '@askfirst/vendors/csp'
import { youtube } from '@askfirst/vendors/youtube'
import { nonce } from './nonce.ts'
import { nowhere } from './vendors.ts'

const chats = [
  kayakoCsp({ subdomain: 'acme', inlineStyles: false }),
  kustomerCsp({ apiKey: kustomerChatKey(), inlineStyles: false }),
]

const { header } = csp([...chats, frameCsp(youtube())], {
  site: {
    'default-src': ["'none'"],
    'script-src': ["'self'", nowhere],
    'style-src': ["'self'", `'nonce-${nonce}'`, "'report-sample'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", nowhere, 'blob:'], // a story reads the file that a visitor is given
    'frame-src': ["'self'"],
    'form-action': ["'none'"],
  },
  nonce,
  trustedTypes: ['stand-in', 'default'],
})

const violations: string[] = []

/** How the styles begin that Storybook itself adds, once a story: it holds animations, and its accessibility addon draws filters. */
const ofStorybook = ['*, *:before, *:after {', 'position:absolute;width:0;height:0;overf']

/** Puts the page of all stories under a strict policy, with Trusted Types. */
export function enforceStrictCsp(): void {
  addEventListener('securitypolicyviolation', onViolation, true)
  const { head } = document
  if (head.querySelector('meta[http-equiv]')) return // each file of stories asks for it, and they share the page
  admitStorybook()
  head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: header }))
}

function onViolation({
  isTrusted,
  effectiveDirective,
  blockedURI,
  sample,
  sourceFile,
}: SecurityPolicyViolationEvent): void {
  // Some stories tell of a violation themselves.
  if (!isTrusted || ofStorybook.some((beginning) => sample.trim().startsWith(beginning))) return
  violations.push(`${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile})`)
}

/** Those of a story that has failed are not the next one's. */
export function forgetViolations(): void {
  violations.length = 0
}

/** Throws if the policy was violated since it was last asked. */
export function assertNoViolation(): void {
  const found = violations.splice(0)
  if (found.length > 0) throw new Error(`Violations of the Content-Security-Policy:\n${found.join('\n')}`)
}

/** Storybook's accessibility addon writes one known text into the page. A default policy admits that, and no other. */
function admitStorybook(): void {
  const { trustedTypes } = window as { readonly trustedTypes?: { createPolicy: (name: string, rules: object) => void } }
  trustedTypes?.createPolicy('default', {
    createHTML: (text: string) => (text.includes('id="storybook-a11y-vision-filters"') ? text : null),
  })
}
