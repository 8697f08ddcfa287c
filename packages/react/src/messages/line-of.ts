/** A line of text, with its space as a browser shows it. */
export const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim()
