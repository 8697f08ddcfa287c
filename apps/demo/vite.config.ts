// By path: Vite bundles a config's own files, but leaves packages to Node, which does not read TypeScript.
import { standIns } from '../../packages/testing/src/vite.ts'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { contentSecurityPolicy } from './content-security-policy.ts'

export default defineConfig(({ mode }) => {
  const { VITE_KAYAKO_SUBDOMAIN: subdomain, VITE_KUSTOMER_KEY: key } = loadEnv(mode, import.meta.dirname)
  return {
    plugins: [react(), standIns()],
    build: { assetsInlineLimit: 0 },
    preview: {
      headers:
        process.env['ASKFIRST_CSP'] === '1' ? { 'Content-Security-Policy': contentSecurityPolicy(subdomain, key) } : {},
    },
  }
})
