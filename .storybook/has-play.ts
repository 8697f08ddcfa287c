/** A story that has something to press has to press it: nobody else tries it, on each change. */
export function assertPlayed(id: string, play: unknown, page: ParentNode): void {
  const control = page.querySelector('button, input, select, textarea, summary')
  if (play || !control) return
  throw new Error(`The story ${id} has something to press (${control.outerHTML}) and no play function. Give it one.`)
}
