import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { hrefTo, navigate, usePath } from './path.ts'

interface LinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: string
}

/** A link inside the shop: an ordinary one to the browser, without a new document on a plain click. */
export function Link({ to, children, ...props }: LinkProps): ReactNode {
  const path = usePath()

  function follow(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }

  return (
    <a href={hrefTo(to)} aria-current={path === to ? 'page' : undefined} onClick={follow} {...props}>
      {children}
    </a>
  )
}
