'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the header, which says where the visitor is. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  return (
    <Link href={href} aria-current={usePathname() === href ? 'page' : undefined}>
      {children}
    </Link>
  )
}
