import { createContext, use, useMemo, useState, type ReactNode } from 'react'

interface Basket {
  /** Number of pieces by plant. */
  readonly pieces: ReadonlyMap<string, number>
  readonly count: number
  readonly add: (slug: string) => void
  readonly remove: (slug: string) => void
}

const BasketContext = createContext<Basket>({ pieces: new Map(), count: 0, add() {}, remove() {} })

/** What is in the basket. */
export const useBasket = (): Basket => use(BasketContext)

/** Keeps the basket in memory: it is gone with the page, so there is nothing to ask for. */
export function BasketProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [pieces, setPieces] = useState<ReadonlyMap<string, number>>(new Map())
  const basket = useMemo(
    () => ({
      pieces,
      count: [...pieces.values()].reduce((sum, number) => sum + number, 0),
      add: (slug: string) => setPieces((old) => new Map(old).set(slug, (old.get(slug) ?? 0) + 1)),
      remove: (slug: string) => setPieces((old) => new Map([...old].filter(([other]) => other !== slug))),
    }),
    [pieces],
  )
  return <BasketContext value={basket}>{children}</BasketContext>
}
