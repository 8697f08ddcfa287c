import { PreferencesTrigger } from '@askfirst/react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Leaf } from './leaf.tsx'
import { NavLink } from './nav-link.tsx'

const pages = [
  ['/', 'Help'],
  ['/repotting', 'Repotting'],
  ['/parcel', 'Your parcel'],
  ['/answers', 'Answers'],
] as const

/** What is around every page. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <header className="header">
        <Link href="/" className="brand" aria-label="Tendril Street help, home">
          <Leaf />
          Tendril Street <span>help</span>
        </Link>
        <nav aria-label="Main">
          <ul>
            {pages.map(([href, name]) => (
              <li key={href}>
                <NavLink href={href}>{name}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>{children}</main>
      <footer className="footer">
        <PreferencesTrigger />
        <p>Tendril Street is made up. Nothing here is for sale.</p>
      </footer>
    </>
  )
}
