import { describe, expect, it } from 'vitest'
import { googleMaps } from '../google-maps.ts'
import { youtube } from '../youtube.ts'
import { csp } from './csp.ts'
import { frameCsp } from './frame-csp.ts'

describe('frameCsp', () => {
  it('permits the frames of the vendor, and nothing else of it', () => {
    expect(frameCsp(youtube())).toEqual({
      'frame-src': ['https://www.youtube-nocookie.com', 'https://www.youtube.com'],
    })
  })

  it('names hosts without a path, which a policy would take for one exact address', () => {
    expect(frameCsp(googleMaps())).toEqual({ 'frame-src': ['https://www.google.com', 'https://maps.google.com'] })
  })

  it('opens a strict policy for frames alone', () => {
    expect(csp([frameCsp(youtube())], { site: { 'default-src': ["'none'"] } }).header).toBe(
      "default-src 'none'; frame-src https://www.youtube-nocookie.com https://www.youtube.com",
    )
  })
})
