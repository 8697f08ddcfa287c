'use client'

import { useEffect, useState } from 'react'

/** True for ten seconds after something new: a message that stays would be furniture. */
export function useNews(news: unknown): boolean {
  const [old, setOld] = useState(news)
  useEffect(() => {
    const timer = setTimeout(() => setOld(news), 10_000)
    return () => clearTimeout(timer)
  }, [news])
  return news !== old
}
