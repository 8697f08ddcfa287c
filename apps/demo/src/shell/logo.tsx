import type { ReactNode } from 'react'

export function Logo(): ReactNode {
  return (
    <svg className="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path fill="currentColor" d="M15 30C15 20 12 13 4 11C2 19 6 25 15 26Z" opacity=".75" />
      <path fill="currentColor" d="M17 30C16 17 19 6 29 2C32 13 27 22 17 25Z" />
    </svg>
  )
}
