import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'

const standIn = fileURLToPath(new URL('stand-in-kayako.ts', import.meta.url))

/** What a guide shows is what runs, except that its chat is the stand-in: no service is contacted. */
export const standInVendors = (): Plugin => ({
  name: 'stand-in-vendors',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@askfirst/vendors/kayako' && importer?.includes('.example.') ? standIn : null,
})
