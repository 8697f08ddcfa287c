/** What the parts of the `askfirst` cookie mean. */
export const recordFields: Readonly<Record<string, string>> = {
  v: 'Version of this format.',
  id: 'A random number for this choice. It says nothing about you.',
  time: 'When you last decided, in seconds since 1970.',
  policy: 'The rules you decided under.',
  revision: 'The version of what this shop asks. A yes to another version does not count.',
  surface: 'Where you decided: the banner, the preferences, a chat’s question, or a button of this shop.',
  locale: 'The language you were asked in.',
  signal: 'The privacy signal that your browser sent, if any.',
  categories: 'Your answer for each category.',
  vendors: 'Your answers for single services.',
  disclosed: 'The services you had been told about when you decided.',
  sum: 'Shows whether the cookie was cut or damaged.',
  'accept-all': 'A yes to everything, written by hand.',
  'reject-all': 'A no to everything, written by hand.',
}
