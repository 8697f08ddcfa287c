import type { Answer, Answers, ConsentRecord } from './record.ts'

/** The answers that count, and every no. */
export const answersThat = (
  answers: Answers,
  counts: (said: Answer, name: string) => boolean,
): readonly (readonly [string, Answer])[] =>
  [...answers].filter(([name, said]) => said.decision === 'denied' || counts(said, name))

/** What was read, where another record is known: what that refuses stays refused, and no yes counts that is not later. */
export function withRefusals(read: ConsentRecord, known: ConsentRecord): ConsentRecord {
  const join = (kind: 'categories' | 'vendors'): Answers =>
    new Map([...answersThat(known[kind], () => false), ...answersThat(read[kind], ({ time }) => time > known.time)])
  // Of the time that we know of: what is read next may again have been said by somebody who does not.
  return { ...read, time: known.time, categories: join('categories'), vendors: join('vendors') }
}
