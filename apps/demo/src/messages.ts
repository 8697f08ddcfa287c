import type { ConsentProviderProps } from '@askfirst/react'

/** What this shop means by its categories, in the words of the shop. */
export const messages: ConsentProviderProps['messages'] = {
  categories: {
    necessary: ['Necessary', 'Your choices here, so that you are not asked on every page.'],
    functional: [
      'Functional',
      'The chat with our plant team, films of plants, and a list of plants you looked at, kept in this browser.',
    ],
  },
}
