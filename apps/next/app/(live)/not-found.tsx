import Link from 'next/link'
import type { ReactNode } from 'react'

export default function NotFound(): ReactNode {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        <Link href="/">All help pages</Link>
      </p>
    </>
  )
}
