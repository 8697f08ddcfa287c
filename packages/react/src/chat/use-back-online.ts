'use client'

import { useEffect, useRef, useState } from 'react'

/** True once the network is there again, after a failure for want of it; tells so each time that it comes back. */
export function useBackOnline(wasOffline: boolean, onOnline: () => void): boolean {
  const [isOnline, setOnline] = useState(false)
  const tell = useRef(onOnline)
  useEffect(() => {
    tell.current = onOnline
  })
  useEffect(() => {
    if (!wasOffline) return
    const onChange = (): void => {
      setOnline(navigator.onLine)
      if (navigator.onLine) tell.current()
    }
    // It may have come back while the failed load was cleared away.
    if (navigator.onLine) onChange()
    window.addEventListener('online', onChange)
    window.addEventListener('offline', onChange)
    return () => {
      window.removeEventListener('online', onChange)
      window.removeEventListener('offline', onChange)
    }
  }, [wasOffline])
  return wasOffline && isOnline
}
