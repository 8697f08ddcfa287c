/** A promise that a page can break, by its number in the README of Askfirst and in its words. */
export interface Rule {
  readonly promise: number
  readonly text: string
}

export const rules = {
  before: {
    promise: 1,
    text: 'Nothing before permission: until a vendor is allowed, the page holds no node, request, preconnect, socket, global, cookie or key of it.',
  },
  removal: {
    promise: 6,
    text: 'Withdrawal happens now: sockets closed, nodes and globals gone, storage swept; nothing of the vendor is left.',
  },
} as const satisfies Record<string, Rule>
