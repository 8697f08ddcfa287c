import { ids, type Id } from './steps.fixture.ts'

// What is allowed, recomputed from what was said: no line here knows the library.

/** An answer to one question; a later one with the same words is another. */
interface Said {
  readonly yes: boolean
}

type Answers = ReadonlyMap<Id, Said>

/** What is stored, as a person would read it. */
export class Paper {
  answers: Answers = new Map()
}

/** What one tab knows. */
export class PlainTab {
  readonly #paper: Paper
  #known: Answers = new Map()
  /** Allowed only this time, with the answer that this set aside. */
  readonly #visit = new Map<Id, Said | undefined>()
  readonly signedIn = new Set<Id>()

  constructor(paper: Paper) {
    this.#paper = paper
  }

  isAllowed(id: Id): boolean {
    return this.signedIn.has(id) || this.#visit.has(id) || this.#known.get(id)?.yes === true
  }

  /** Reads what is stored. */
  look(): void {
    this.#known = this.#paper.answers
    for (const [id, setAside] of this.#visit) {
      const said = this.#known.get(id)
      if (said && said !== setAside) this.#visit.delete(id)
    }
  }

  say(yes: boolean, about: readonly Id[]): void {
    this.look()
    const answers = new Map(this.#known)
    for (const id of about) answers.set(id, { yes })
    this.#paper.answers = answers
    this.look()
  }

  /** To everything that is asked, which is not what the site does for those who signed in. A no is also to what was answered before. */
  sayToAll(yes: boolean): void {
    this.look()
    if (!yes) this.#visit.clear()
    this.say(
      yes,
      ids.filter((id) => !this.signedIn.has(id) || (!yes && this.#known.has(id))),
    )
  }

  allowThisTime(id: Id): void {
    this.look()
    this.#visit.set(id, this.#known.get(id))
  }
}
