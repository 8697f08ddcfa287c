'use client'

import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useLazy } from '../hooks/use-lazy.ts'

const loadPanel = (): Promise<ComponentType> => import('./panel.tsx').then((chunk) => chunk.DevtoolsPanel)

/** The panel, in a chunk of its own; nothing on a server and in the first client render. */
export function LazyDevtools(): ReactNode {
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  const Panel = useLazy(loadPanel, isMounted)
  return Panel && <Panel />
}
