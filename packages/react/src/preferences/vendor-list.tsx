'use client'

import { useEffect, useState, type ReactNode } from 'react'
import type { Vendor } from '@askfirst/core'
import type { Draft } from '@askfirst/core/draft'
import { VendorRow } from './vendor-row.tsx'

interface VendorListProps {
  readonly vendors: readonly Vendor[]
  readonly draft: Draft
}

/** The rows of a category: what fills a window at once, and a long list's rest in the frames after it. */
export function VendorList({ vendors, draft }: VendorListProps): ReactNode {
  const [count, setCount] = useState(24)
  const isWhole = count >= vendors.length
  useEffect(() => {
    if (isWhole) return
    const frame = requestAnimationFrame(() => setCount(count * 2))
    return () => cancelAnimationFrame(frame)
  }, [count, isWhole])
  return (
    <ul>
      {vendors.slice(0, count).map((vendor) => (
        <VendorRow key={vendor.id} vendor={vendor} draft={draft} />
      ))}
    </ul>
  )
}
