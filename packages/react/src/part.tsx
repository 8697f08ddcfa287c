import type { ComponentProps, ElementType, MouseEvent, ReactElement, ReactNode } from 'react'
import { compose } from './compose.ts'

interface Given {
  /** Drawn in place of ours: `<MyButton />`. It gets our props; its own win, and its handlers run before ours. */
  readonly render?: ReactElement | undefined
}

/** What a part takes: all that its element takes, and an element of yours to be drawn as. */
export type PartProps<Tag extends 'button' | 'h2' | 'p' | 'section'> = ComponentProps<Tag> & Given

/** An element of ours by its name, or the consumer's in its place with all that ours does. */
export function part(
  tag: string,
  name: string,
  words: ReactNode,
  { render, ...props }: Given,
  press?: (event: MouseEvent) => void,
  attributes?: object,
): ReactElement {
  const theirs: ComponentProps<'button'> = { ...props, ...(render?.props as object) }
  const Element = (render?.type ?? tag) as ElementType
  return (
    <Element
      data-askfirst={name}
      {...attributes}
      {...theirs}
      {...(press && { type: 'button', onClick: compose(theirs.onClick, press) })}
    >
      {theirs.children ?? words}
    </Element>
  )
}
