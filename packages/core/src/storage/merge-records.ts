import type { Answer, Answers, ConsentRecord } from '../record.ts'

const minute = 60_000
const day = 86_400_000

/**
 * One record of two that one visitor made on two devices: the later answer to each name, and in doubt the no. A yes of a
 * clock that is ahead of ours is later than no refusal. `knewOurs`: who wrote `theirs` had read `ours`. Then what they
 * refuse is later, whatever the clocks say, and what they no longer allow is over: a yes to a vendor goes, one to a category
 * covers what they have shown. It does not go, since it may have taken the place of a no, and they may not have read ours.
 */
export function mergeRecords(
  ours: ConsentRecord,
  theirs: ConsentRecord,
  now: number,
  knewOurs: boolean,
): ConsentRecord {
  // Clocks that the network sets differ by seconds.
  const latest = knewOurs ? now + minute : now
  const age = ({ time }: ConsentRecord): number => (time > latest ? 0 : time)
  const base = age(ours) > age(theirs) ? ours : theirs
  const mine = trusted(ours, base.revision, latest)
  const other = trusted(theirs, base.revision, latest)

  const isAfter = (later: Answer, than: Answer): boolean => later.time > than.time && later.time <= latest
  const shows = ({ disclosed, vendors }: ConsentRecord, id: string): boolean =>
    disclosed.has(id) && vendors.get(id)?.decision !== 'denied'
  const pick = (my: Answer | undefined, their: Answer | undefined): Answer | undefined => {
    if (!my || !their) return my ?? their
    if (knewOurs && their.decision === 'denied') return their.time < my.time ? { ...their, time: now } : their
    if (my.decision === their.decision) return my.time > their.time ? my : their
    const [yes, no] = my.decision === 'granted' ? [my, their] : [their, my]
    return isAfter(yes, no) ? yes : no
  }
  const join = (kind: 'categories' | 'vendors', choose: typeof pickForVendor): Answers => {
    const names = new Set([base, mine, other].flatMap((record) => [...record[kind].keys()]))
    return new Map(
      [...names].flatMap((name) => {
        const said = choose(mine[kind].get(name), other[kind].get(name), name)
        return said ? [[name, said] as const] : []
      }),
    )
  }

  const categories = join('categories', pick)
  const yeses = [...categories].filter(([, { decision }]) => decision === 'granted')
  /** Whether this one has every yes to a category: then none that the other brings covers what was shown in this one. */
  const hasEveryYes = ({ categories: own }: ConsentRecord): boolean =>
    yeses.length > 0 &&
    yeses.every(([name, { time }]) => {
      const { time: when = 0 } = own.get(name) ?? {}
      return when >= time && when <= latest
    })
  const pickForVendor = (my: Answer | undefined, their: Answer | undefined, id: string): Answer | undefined => {
    const said = pick(my, their)
    if (!said || my?.decision === their?.decision) return said
    if (knewOurs && !their && said.decision === 'granted') return undefined
    const rest = said === my ? other : mine
    const general = [...rest.categories.values()]
    // A record does not say which category a vendor is in: a later answer to any may be the end of its yes.
    if (said.decision === 'granted') return general.every((answer) => isAfter(said, answer)) ? said : undefined
    const isSettled = shows(rest, id) && hasEveryYes(rest) && general.every((answer) => isAfter(answer, said))
    return isSettled && !(my && their) && !(knewOurs && their) ? undefined : said
  }
  const single = join('vendors', pickForVendor)
  /** What was shown with a category counts where the other has shown it too, or brings no yes; what was shown by itself, with that answer. */
  const shownIn = (one: ConsentRecord, rest: ConsentRecord): readonly string[] =>
    [...one.disclosed].filter((id) => !one.vendors.has(id) && (hasEveryYes(one) || shows(rest, id)))
  const shown = new Set([...(knewOurs ? [] : shownIn(mine, other)), ...shownIn(other, mine)])
  const disclosed = [base, mine, other].flatMap((record) => [...record.disclosed])
  return {
    ...base,
    time: Math.min(latest, Math.max(ours.time, theirs.time)),
    categories,
    vendors: single,
    disclosed: new Set(disclosed.filter((id) => single.has(id) || shown.has(id))),
  }
}

/** What still counts of a record: refusals, no later than now; and a yes to this revision, from no clock that is days ahead. */
function trusted(record: ConsentRecord, revision: string, now: number): ConsentRecord {
  const isCurrent = record.revision === revision
  const counting = (answers: Answers): Answers =>
    new Map(
      [...answers]
        .filter(([, { decision, time }]) => decision === 'denied' || (isCurrent && time - now <= day))
        .map(([name, said]) => [name, said.decision === 'denied' ? { ...said, time: Math.min(said.time, now) } : said]),
    )
  return {
    ...record,
    categories: counting(record.categories),
    vendors: counting(record.vendors),
    disclosed: isCurrent ? record.disclosed : new Set(),
  }
}
