import type { Answer, Answers, ConsentRecord, Decision } from './record.ts'
import { serializeRecord } from './serialize-record.ts'

/** Reads a stored record. Returns `null` for anything that `serializeRecord` would not write: doubt means no. */
export function parseRecord(text: string | null | undefined): ConsentRecord | null {
  const { v: _, sum: __, ...fields } = Object.fromEntries(new URLSearchParams(text as string))
  const time = Number(fields['time'])
  const record = {
    ...(fields as unknown as ConsentRecord), // its other fields are text, and nothing is granted by them
    time,
    categories: readAnswers(fields['categories'], time),
    vendors: readAnswers(fields['vendors'], time),
    disclosed: new Set(names(fields['disclosed'])),
  }
  return time > 0 && serializeRecord(record) === text ? record : null
}

const names = (list = ''): readonly string[] => list.match(/[^.]+/g) ?? []

const readAnswers = (list: string | undefined, recordTime: number): Answers =>
  new Map(
    names(list).map((entry) => {
      const [, name = '', decision, time, mark = ''] =
        /^([\w-]+):(granted|denied)\*?(\d*)~?(implied|gpc|)$/.exec(entry) ?? []
      // What does not fit is not written as it was read.
      return [name, { decision: decision as Decision, time: Number(time || recordTime), mark: mark as Answer['mark'] }]
    }),
  )
