import type { ReactNode } from 'react'
import { LazyDevtools } from './lazy.tsx'

/** The same panel, in production builds as well: import it only where visitors cannot come. */
export function ConsentDevtools(): ReactNode {
  return <LazyDevtools />
}
