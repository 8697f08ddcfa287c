import { afterEach, describe, expect, it } from 'vitest'
import { addressMatcher } from './address.ts'
import { watchViolations } from './watch-violations.ts'

const isVendors = addressMatcher(['chat.acme.test'])

let stop: () => void

function watch(): () => string | null {
  const watched = watchViolations(document, isVendors, ['#acme-chat'])
  stop = watched.stop
  return watched.found
}

/** What the browser reports; jsdom has no policies. */
function report(more: Partial<SecurityPolicyViolationEvent>, on: Document = document): void {
  const values = { disposition: 'enforce', effectiveDirective: 'script-src-elem', blockedURI: '', sample: '', ...more }
  on.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), values))
}

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

describe('watchViolations', () => {
  it('names the directive and the address of the vendor that it refused', () => {
    const found = watch()
    expect(found()).toBeNull()
    report({ blockedURI: 'https://chat.acme.test/messenger.js' })
    report({ blockedURI: 'https://chat.acme.test/second.js' })
    expect(found()).toBe('script-src-elem https://chat.acme.test/messenger.js')
  })

  it.each([
    ['of another host', { blockedURI: 'https://ads.example/x.js' }],
    ['of inline code', { blockedURI: 'inline' }],
    ['that is only reported, not enforced', { blockedURI: 'https://chat.acme.test/a.js', disposition: 'report' }],
    ['of a Trusted Types policy that is not ours', { effectiveDirective: 'trusted-types', sample: 'other' }],
  ] as const)('takes no notice of a violation %s', (_, violation) => {
    const found = watch()
    report(violation)
    expect(found()).toBeNull()
  })

  it('knows when our Trusted Types policy is refused', () => {
    const found = watch()
    report({ effectiveDirective: 'trusted-types', blockedURI: 'trusted-types-policy', sample: 'askfirst' })
    expect(found()).toBe('trusted-types trusted-types-policy')
  })

  it('hears the frames of the vendor, which report by themselves', async () => {
    const found = watch()
    const frame = document.createElement('iframe')
    frame.id = 'acme-chat'
    document.body.append(frame)
    await Promise.resolve()
    if (frame.contentDocument) report({ blockedURI: 'https://chat.acme.test/in-frame.js' }, frame.contentDocument)
    expect(found()).toBe('script-src-elem https://chat.acme.test/in-frame.js')
  })

  it('hears nothing once it has stopped', () => {
    const found = watch()
    stop()
    report({ blockedURI: 'https://chat.acme.test/messenger.js' })
    expect(found()).toBeNull()
  })
})
