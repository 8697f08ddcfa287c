import { checksum } from '../checksum.ts'
import { parseRecord } from '../parse-record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { mergeRecords } from './merge-records.ts'

/** Stands for a text that is to be erased where it cannot be erased yet. */
export const erased = '-'

/**
 * What cache and remote should both hold, or `undefined` where neither may be touched. `seen` has the sums of the texts
 * that the remote was seen to have, latest last: such a text is no news, however late it comes.
 */
export function reconcile(
  mine: string | null,
  theirs: string | null,
  seen: readonly string[],
  now: number,
): string | null | undefined {
  const ours = parseRecord(mine)
  // Written by hand, or unreadable: it may be a refusal.
  if (mine && !ours) return undefined
  const isSent = mine !== null && seen.at(-1) === checksum(mine)
  // What was forgotten there is not brought back by a browser that has nothing new to say.
  if (theirs === null) return isSent ? undefined : mine
  const isNews = !seen.includes(checksum(theirs))
  if (!isNews && (ours || seen.at(-1) === erased)) return mine
  const other = parseRecord(theirs)
  if (!other) return undefined
  const both = serializeRecord(mergeRecords(ours ?? other, other, now, isSent))
  // Nothing but what `serializeRecord` writes of a record of ours: another text could set attributes of the cookie.
  return /^[\w\-.*:~&=%!'()]+$/.test(both) ? both : undefined
}
