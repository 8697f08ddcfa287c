import type { ReactNode } from 'react'

/** The way to reach the shop that needs no chat. */
export function MailLink(): ReactNode {
  return <a href="mailto:help@tendril-street.example">help@tendril-street.example</a>
}
