import { checksum } from './checksum.ts'
import type { Answer, Answers, ConsentRecord, Decision } from './record.ts'

/** Reads a stored record. Returns `null` for anything it cannot read whole: doubt means no. */
export function parseRecord(text: string | null | undefined): ConsentRecord | null {
  const [, body = '', sum] = /^(.+)&sum=(\w+)$/.exec(`${text}`) ?? []
  const { v, ...fields } = Object.fromEntries(new URLSearchParams(body))
  const time = Number(fields.time)
  const categories = readAnswers(fields.categories, time)
  const vendors = readAnswers(fields.vendors, time)
  if (checksum(body) !== sum || v !== '1' || !(time > 0) || !categories || !vendors) return null
  return {
    ...(fields as unknown as ConsentRecord), // its other fields are text, and nothing is granted by them
    time,
    categories,
    vendors,
    disclosed: new Set(names(fields.disclosed)),
  }
}

const names = (list = ''): readonly string[] => list.match(/[^.]+/g) ?? []

function readAnswers(list: string | undefined, recordTime: number): Answers | null {
  const answers = new Map<string, Answer>()
  for (const entry of names(list)) {
    const [, name, decision, time = recordTime, mark = ''] =
      /^([\w-]+):(granted|denied)(?:\*(\d+))?(?:~(implied|gpc))?$/.exec(entry) ?? []
    if (!name) return null
    answers.set(name, {
      decision: decision as Decision, // the pattern admits nothing else, nor for the mark
      time: Number(time),
      mark: mark as Answer['mark'],
    })
  }
  return answers
}
