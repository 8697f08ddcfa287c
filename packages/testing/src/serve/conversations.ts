export interface Message {
  readonly author: 'visitor' | 'agent'
  readonly text: string
}

export interface Conversation {
  readonly id: string
  readonly createdAt: string
  readonly messages: readonly Message[]
}

/** The conversations of every visitor, one each. Owners are `visitor:<id on the device>` or `person:<who signed in>`. */
export function createConversations() {
  const byOwner = new Map<string, Conversation>()
  let count = 0

  const add = (owner: string, message: Message): Conversation => {
    const known = byOwner.get(owner)
    const conversation: Conversation = known
      ? { ...known, messages: [...known.messages, message] }
      : { id: `conversation-${(count += 1)}`, createdAt: new Date().toISOString(), messages: [message] }
    byOwner.set(owner, conversation)
    return conversation
  }

  return {
    add,
    of: (owner: string): readonly Conversation[] => {
      const conversation = byOwner.get(owner)
      return conversation ? [conversation] : []
    },
    /** People who sign in have written before, so that a test can tell who may read what. */
    welcomeBack: (owner: string, name: string): void => {
      if (!byOwner.has(owner)) {
        add(owner, { author: 'agent', text: `Welcome back, ${name}. Your earlier question about a delivery is here.` })
      }
    },
    turns: (owner: string): number =>
      byOwner.get(owner)?.messages.filter((message) => message.author === 'visitor').length ?? 0,
  }
}
