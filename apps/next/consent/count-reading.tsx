'use client'

import { useIsGranted } from '@askfirst/react'
import { usePathname } from 'next/navigation'
import { useEffect, type ReactNode } from 'react'

/** Counts that a page was read, once the visitor allows it. */
export function CountReading(): ReactNode {
  const isGranted = useIsGranted('analytics')
  const path = usePathname()
  useEffect(() => {
    if (isGranted) navigator.sendBeacon('/count', path)
  }, [isGranted, path])
  return null
}
