import axe, { type RunOptions, type Spec } from 'axe-core'

interface Check {
  readonly config?: Spec | undefined
  readonly options?: RunOptions | undefined
}

/** The rules that look at colours and places. What the others read, a scheme or direction does not change. */
const rules = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/** Runs axe on what the story has come to, in the other scheme and the other direction of writing. */
export async function checkOtherSide({ config = {}, options = {} }: Check): Promise<void> {
  const turnBack = turn()
  try {
    axe.reset()
    axe.configure(config)
    const { violations } = await axe.run(document.body, { ...options, runOnly: rules, resultTypes: ['violations'] })
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary}\n${html}`),
    )
    if (found.length > 0) throw new Error(`In the other scheme and direction, axe finds\n${found.join('\n')}`)
  } finally {
    turnBack()
  }
}

/** Turns the page to the other scheme and direction. Returns how to turn it back. */
export function turn(): () => void {
  const { documentElement } = document
  const { colorScheme } = documentElement.style
  // In forced colours the palette is the system's, whatever the scheme.
  const isForced = matchMedia('(forced-colors: active)').matches
  if (!isForced) documentElement.style.colorScheme = colorScheme === 'dark' ? 'light' : 'dark'
  // The components name the direction of their language, so theirs is turned as well.
  const directed = [...document.querySelectorAll<HTMLElement>('[dir]')]
  const turnDirections = (): void => {
    for (const element of directed) element.dir = element.dir === 'rtl' ? 'ltr' : 'rtl'
  }
  turnDirections()
  return () => {
    turnDirections()
    documentElement.style.colorScheme = colorScheme
  }
}
