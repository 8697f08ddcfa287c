import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'

interface AskButtonProps extends ComponentProps<typeof Button> {
  readonly 'data-askfirst'?: string
}

/** What neither says yes to all nor no. */
const second = new Set(['choose', 'save', 'once', 'cancel'])

/** Your button for every answer. Yes and no share one variant: a yes that stands out is a choice that does not count. */
export function AskButton(props: AskButtonProps) {
  const variant = second.has(props['data-askfirst'] ?? '') ? 'outline' : 'default'
  return <Button size="lg" variant={variant} {...props} />
}
