/** The categories every site has; a site may add its own. */
export type StandardCategory = 'necessary' | 'functional' | 'analytics' | 'marketing'

/** A category's name: one of the four standard ones or the site's own. */
export type CategoryId = StandardCategory | (string & {})

export const standardCategories: readonly string[] = ['necessary', 'functional', 'analytics', 'marketing']

/** The field uses both names for one thing: `preferences` is read as `functional`. */
export function canonicalCategory(category: string): string {
  return category === 'preferences' ? 'functional' : category
}
