import type { MouseEvent, ReactNode } from 'react'
import { part, type PartProps } from '../part.tsx'

interface AnswerProps extends PartProps<'button'> {
  /** As what styles and tests find it. */
  readonly name: string
  readonly onPress: (event: MouseEvent) => void
}

/** One button of a gate or a dialog: all of them have the same shape, the site's own where it gives one. */
export const Answer = ({ name, onPress, ...props }: AnswerProps): ReactNode => part('button', name, '', props, onPress)
