/** Who has written what is kept on the device, by what the scripts say themselves: tabs share it. */
export class Drawer {
  readonly #entries = new Map<string, Entry>()
  /** Counts the writings. */
  turn = 0

  note(entry: Omit<Entry, 'turn'>): void {
    const { kind, name, place } = entry
    this.#entries.set(`${kind} ${name} ${kind === 'session' ? place : ''}`, { ...entry, turn: ++this.turn })
  }

  /** What a vendor wrote last in this tab. */
  of(place: 0 | 1, id: string): readonly Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.place === place && entry.id === id)
  }
}

export interface Entry {
  readonly kind: 'local' | 'session' | 'cookie'
  readonly name: string
  readonly id: string
  readonly place: 0 | 1
  readonly turn: number
}
