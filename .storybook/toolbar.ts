import { policies } from '@askfirst/core'
import { locales } from '@askfirst/react/locales'
import type { Preview } from '@storybook/react-vite'

const english = new Intl.DisplayNames('en', { type: 'language' })
const own = (locale: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
const languages = locales.map((value) => ({ value, title: own(value), right: english.of(value) ?? value }))

/** What the toolbar changes about the visitor and their browser. */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  policy: {
    description: 'Policy',
    toolbar: { title: 'Policy', icon: 'globe', items: Object.keys(policies), dynamicTitle: true },
  },
  locale: {
    description: 'Language',
    toolbar: { title: 'Language', icon: 'comment', items: languages, dynamicTitle: true },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      items: [
        { value: 'language', title: 'As the language' },
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
