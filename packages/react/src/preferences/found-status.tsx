'use client'

import { useEffect, useState, type ReactNode } from 'react'

/** Until the visitor has stopped typing: a screen reader says one number, not one for each letter. */
const pause = 500

/** Says what a search has found. */
export function FoundStatus({ text }: { readonly text: string }): ReactNode {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return <p role="status">{said}</p>
}
