import type { ReactNode } from 'react'
import { Link } from './routing/link.tsx'

export function NotFoundPage(): ReactNode {
  return (
    <>
      <h1 tabIndex={-1}>There is no such page</h1>
      <p>
        It may have moved, or the address may be mistyped. <Link to="/">See all plants</Link>
      </p>
    </>
  )
}
