import { describe, expect, it } from 'vitest'
import { answerOf } from './answer-of.ts'

type Done = (response?: { readonly id: string }, error?: unknown) => void

describe('answerOf', () => {
  it('resolves with the response', async () => {
    await expect(answerOf((done: Done) => done({ id: 'c1' }))).resolves.toEqual({ id: 'c1' })
    await expect(answerOf((done: Done) => done({ id: 'c1' }, null))).resolves.toEqual({ id: 'c1' })
    await expect(answerOf((done: Done) => done())).resolves.toBeUndefined()
  })

  it('rejects with the error, whatever came with it', async () => {
    const error = { message: 'no such conversation' }
    await expect(answerOf((done: Done) => done({ id: 'c1' }, error))).rejects.toBe(error)
  })

  it('rejects when the call itself throws', async () => {
    const broken = (): never => {
      throw new TypeError('not a function')
    }
    await expect(answerOf(broken)).rejects.toThrow('not a function')
  })
})
