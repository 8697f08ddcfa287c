import { kayako } from '@askfirst/vendors/kayako'

/** What this site asks for, on server and client alike: a chat, and its own count of which pages are read. */
export const site = {
  vendors: [kayako({ subdomain: 'acme' })],
  categories: ['analytics'],
} as const

declare module '@askfirst/react' {
  interface Register {
    vendors: typeof site.vendors
  }
}
