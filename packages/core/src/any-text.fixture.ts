import fc from 'fast-check'

/** Lone halves of a pair are no text: the table has a gap where they are. */
const gap = { from: 0xd800, size: 0x800 }

/**
 * Any character of Unicode. As fast-check's own unit `binary`, which first builds a table of all 1.1 million of them: a
 * second in every worker.
 */
const character = fc.nat({ max: 0x10ffff - gap.size }).map(
  (place) => String.fromCodePoint(place < gap.from ? place : place + gap.size),
  (text) => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined
    if (point === undefined || text !== String.fromCodePoint(point)) throw new Error('This is not one character.')
    return point < gap.from ? point : point - gap.size
  },
)

/** A text of any characters. */
export const anyText = (length: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({ ...length, unit: character })
