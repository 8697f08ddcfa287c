// @vitest-environment node
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** What every edge has, apart from the language itself. */
const { URLSearchParams, crypto, TextEncoder, TextDecoder, Uint8Array, structuredClone, btoa, atob } = globalThis

/** Runs code bundled for no platform in particular, in a realm with nothing but that. A module of Node would not resolve. */
async function runOnEdge(code: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'neutral',
    mainFields: ['module'],
    format: 'iife',
    globalName: 'edge',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  const context = createContext({
    URLSearchParams,
    crypto,
    TextEncoder,
    TextDecoder,
    Uint8Array,
    structuredClone,
    btoa,
    atob,
  })
  return runInContext(`${outputFiles[0]?.text};edge.result`, context)
}

it('reads a decision where there is neither a DOM nor Node', async () => {
  const result = await runOnEdge(`
    import { needsDecision, isGranted } from '@askfirst/core'
    import { regionOf } from '@askfirst/core/policies'
    import { readConsent } from './index.ts'
    const site = { categories: ['analytics'], region: regionOf, headers: { get: (name) => name === 'cf-ipcountry' ? 'FR' : null } }
    const before = readConsent('', site).state
    const after = readConsent('askfirst=accept-all', site).state
    export const result = [before.policy.id, needsDecision(before), needsDecision(after), isGranted(after, 'analytics')].join()`)
  expect(result).toBe('france,true,false,true')
})

it('writes the script before the first paint there, and its hash', async () => {
  const result = await runOnEdge(`
    import { prepaintHash, prepaintScript } from '@askfirst/core/prepaint'
    const site = { categories: ['analytics'] }
    export const result = prepaintHash(site).then((hash) => [hash, prepaintScript(site)])`)
  expect(await result).toEqual([
    expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
    expect.stringContaining('analytics:granted'),
  ])
})

it('signs there who a customer is, for both chats', async () => {
  const result = await runOnEdge(`
    import { kayakoSignature, kustomerToken } from './index.ts'
    const [name, email] = ['Ada', 'ada@acme.example']
    export const result = Promise.all([kayakoSignature({ name, email, token: 'token' }), kustomerToken({ secret: 'secret', email })])`)
  expect(await result).toEqual([
    {
      name: 'Ada',
      email: 'ada@acme.example',
      signature: expect.stringMatching(/^[\da-f]{64}$/),
      timestamp: expect.any(Number),
    },
    expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/),
  ])
})

it('says in production too what to do about a missing secret', async () => {
  const result = await runOnEdge(`
    import { kustomerToken } from './index.ts'
    export const result = kustomerToken({ externalId: '42' }).catch((error) => error.message)`)
  expect(await result).toMatch(/^Askfirst: kustomerToken needs a secret, so .+\. Give .+ environment\.$/)
})
