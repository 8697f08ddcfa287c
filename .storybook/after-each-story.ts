import { afterEach } from 'vitest'
import { assertPlayed } from './has-play.ts'
import { assertNobodyContacted } from './no-contact.ts'
import { checkOtherSide } from './other-side.ts'
import { comparePictures } from './pictures.ts'
import { assertNoViolation, enforceStrictCsp, forgetViolations } from './strict-csp.ts'

enforceStrictCsp()

interface TestedStory {
  readonly id: string
  readonly play?: unknown
  readonly parameters: { readonly a11y: Parameters<typeof checkOtherSide>[0] }
}

/** What every story has to stand besides its own play and axe: while it is still on the page, as it has left it. */
afterEach<{ story?: TestedStory }>(async ({ story, task }) => {
  if (!story) return
  if (task.result?.state === 'fail') return forgetViolations()
  assertNoViolation()
  assertNobodyContacted()
  assertPlayed(story.id, story.play, document)
  await checkOtherSide(story.parameters.a11y)
  await comparePictures(story.id)
})
