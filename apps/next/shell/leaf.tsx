import type { ReactNode } from 'react'

export function Leaf(): ReactNode {
  return (
    <svg className="leaf" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <path fill="currentColor" d="M4 28C2 13 11 4 29 3C30 20 21 30 8 27L18 15L6 25Z" />
    </svg>
  )
}
