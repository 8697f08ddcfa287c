import { answerWithFilm } from '../film/stand-in.ts'
import { isSwitchPart, parseSwitchPath } from '../serve/switch-path.ts'
import { locateLocalKayako } from '../kayako/place.ts'
import { createKayakoStandIn } from '../kayako/stand-in.ts'
import { kayakoSwitchKinds } from '../kayako/switches.ts'
import { locateLocalKustomer } from '../kustomer/place.ts'
import { createKustomerStandIn } from '../kustomer/stand-in.ts'
import { kustomerSwitchKinds } from '../kustomer/switches.ts'
import type { StandInAnswer, StandInRequest, StandInSocket } from '../serve/message.ts'

/** A stand-in together with a path on it. */
export interface LocalPlace {
  readonly respond: (request: StandInRequest) => Promise<StandInAnswer>
  readonly connect: (url: URL, socket: StandInSocket) => 'accepted' | 'refused'
}

/** Runs one stand-in for each vendor and set of switches that a path below `/stand-in` names. */
export function createLocalStandIns() {
  const kayako = new Map<string, ReturnType<typeof createKayakoStandIn>>()
  const kustomer = new Map<string, ReturnType<typeof createKustomerStandIn>>()

  /** `null` for paths that are not a stand-in's; throws with a sentence for a switch that does not exist. */
  return (pathname: string): LocalPlace | null => {
    const [vendor, ...rest] = pathname.replace(/^\/stand-in\//, '').split('/')
    const part = isSwitchPart(rest[0] ?? '') ? (rest.shift() ?? '') : ''
    const path = `/${rest.join('/')}`
    if (!pathname.startsWith('/stand-in/')) return null
    if (vendor === 'film') return { respond: () => Promise.resolve(answerWithFilm()), connect: () => 'refused' }
    if (vendor === 'kayako') {
      const standIn = kayako.get(part) ?? createKayakoStandIn(parseSwitchPath(part, kayakoSwitchKinds))
      kayako.set(part, standIn)
      return { respond: (request) => standIn.respond(locateLocalKayako(path), request), connect: standIn.connect }
    }
    if (vendor === 'kustomer') {
      const standIn = kustomer.get(part) ?? createKustomerStandIn(parseSwitchPath(part, kustomerSwitchKinds))
      kustomer.set(part, standIn)
      return { respond: (request) => standIn.respond(locateLocalKustomer(path), request), connect: standIn.connect }
    }
    return null
  }
}

export type LocalStandIns = ReturnType<typeof createLocalStandIns>
