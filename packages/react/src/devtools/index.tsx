import type { ReactNode } from 'react'
import { LazyDevtools } from './lazy.tsx'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * What the library knows, in a panel on the page: record, permissions and why, vendors, and buttons to play other visitors.
 * A production build has nothing of it; `@askfirst/react/devtools/production` has it everywhere.
 */
export const ConsentDevtools: () => ReactNode =
  process.env.NODE_ENV === 'production' ? () => null : () => <LazyDevtools />
