'use client'

import type { ReactNode } from 'react'

/** Another way to reach what the visitor wants. */
export function Fallback({ label, children }: { readonly label?: string; readonly children: ReactNode }): ReactNode {
  return (
    <p data-askfirst="fallback">
      {label && `${label}: `}
      {children}
    </p>
  )
}
