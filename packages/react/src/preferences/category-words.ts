import { english } from '../messages/en-preferences.ts'
import type { Messages } from '../messages/messages.ts'

const known: Messages['categories'] = english.categories

/** Name and description of a category; one that nobody has described goes by its id. */
export const categoryWords = (
  { categories }: Pick<Messages, 'categories'>,
  category: string,
): readonly [name: string, description: string] => categories[category] ?? known[category] ?? [category, '']
