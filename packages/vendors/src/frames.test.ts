import { describe, expect, it } from 'vitest'
import { addressMatcher } from '@askfirst/core/runtime'
import { googleMaps } from './google-maps.ts'
import { vimeo } from './vimeo.ts'
import { youtube } from './youtube.ts'

const shows = [
  [youtube, 'https://www.youtube-nocookie.com/embed/abc', 'https://i.ytimg.com/vi/abc/0.jpg'],
  [vimeo, 'https://player.vimeo.com/video/1?dnt=1', 'https://vimeo.com.evil.example/video/1'],
  [googleMaps, 'https://www.google.com/maps/embed?pb=1', 'https://www.google.com/recaptcha/api.js'],
] as const

describe.each(shows)('the frame vendor %o', (make, its, foreign) => {
  it('shows its own pages, and nothing else of its hosts', () => {
    const isIts = addressMatcher(make().traces.domains ?? [])
    expect(isIts(its)).toBe(true)
    expect(isIts(foreign)).toBe(false)
  })

  it('discloses every address that it shows', () => {
    expect(addressMatcher(make().disclosure.domains)(its)).toBe(true)
  })

  it('says of everything it keeps that it is on another site', () => {
    for (const { name, host } of make().disclosure.storage) expect([name, host]).toEqual([name, expect.any(String)])
  })

  it('shows and discloses the stand-in alone where there is one', () => {
    const { disclosure, traces } = make({ hosts: { embed: 'http://localhost:5173/stand-in/page' } })
    expect(disclosure.domains).toEqual(['localhost:5173/stand-in/page'])
    expect(traces.domains).toEqual(disclosure.domains)
  })

  it('has a source, a date and a confidence for every fact it discloses', async () => {
    const { disclosure } = make()
    const evidence = await disclosure.evidence()
    const facts = evidence.map((entry) => entry.fact)
    for (const fact of Object.keys(disclosure)) if (fact !== 'evidence') expect(facts).toContain(fact)
    for (const { date } of evidence) expect(date).toMatch(/^\d{4}-\d\d$/)
  })

  it('leaves gate, category, load and policy to the site', () => {
    const vendor = make({
      gate: 'on-request',
      category: 'marketing',
      load: 'click',
      policyUrl: 'https://acme.example/',
    })
    expect(vendor).toMatchObject({ gate: 'on-request', category: 'marketing', load: 'click' })
    expect(vendor.disclosure.policyUrl).toBe('https://acme.example/')
  })
})
