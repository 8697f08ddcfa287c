const answers = [
  'Thanks for writing. I am a scripted stand-in: your message stayed on this machine.',
  'This is where a person from the support team would answer you.',
  'You can close this window, or take your permission back on the page and watch me disappear.',
] as const

/** What the scripted agent says to the visitor's `turn`th message, counted from 1. */
export function agentAnswer(turn: number): string {
  return answers[(turn - 1) % answers.length] ?? answers[0]
}
