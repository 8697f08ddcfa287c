import type { SyntheticEvent } from 'react'

/** Runs the consumer's handler first; it may call `preventDefault` to keep ours from running. */
export function compose<Event extends SyntheticEvent>(
  theirs: ((event: Event) => void) | undefined,
  ours: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    theirs?.(event)
    if (!event.defaultPrevented) ours(event)
  }
}
