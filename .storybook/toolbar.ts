import { policies } from '@askfirst/core'
import type { Preview } from '@storybook/react-vite'
import { messages } from './messages.ts'

/** What the toolbar changes about the visitor and their browser. */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  policy: {
    description: 'Policy',
    toolbar: { title: 'Policy', icon: 'globe', items: Object.keys(policies), dynamicTitle: true },
  },
  locale: {
    description: 'Language',
    toolbar: { title: 'Language', icon: 'comment', items: Object.keys(messages), dynamicTitle: true },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
      dynamicTitle: true,
    },
  },
  scheme: {
    description: 'Colour scheme',
    toolbar: {
      title: 'Scheme',
      icon: 'contrast',
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
        { value: 'light dark', title: 'As the system says' },
      ],
      dynamicTitle: true,
    },
  },
}
