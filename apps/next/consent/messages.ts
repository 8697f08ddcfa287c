import type { ConsentProviderProps } from '@askfirst/react'

/** What this site means by its categories. */
export const messages: ConsentProviderProps['messages'] = {
  categories: {
    necessary: ['Necessary', 'Your choices here, so that you are not asked on every page.'],
    functional: ['Functional', 'The chat with our plant team.'],
    analytics: ['Analytics', 'We count which pages are read, and keep nothing about who reads them.'],
  },
}
