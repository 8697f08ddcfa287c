import { askingMoments } from './chat-asking.fixture.ts'
import { failingMoments } from './chat-failing.fixture.ts'
import { leavingMoments } from './chat-leaving.fixture.ts'
import { chatLooks } from './chat-looks.fixture.ts'
import { chatPage, type Messenger } from './chat-page.fixture.ts'

/** Every moment of a gated chat, the same for every messenger. */
export function chatMoments(messenger: Messenger) {
  const page = chatPage(messenger)
  return { ...askingMoments(page), ...failingMoments(page), ...leavingMoments(page), ...chatLooks(page) }
}
