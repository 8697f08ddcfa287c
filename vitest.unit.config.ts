import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration, type TestUserConfig } from 'vitest/config'
import { vitestTotals } from './scripts/vitest-totals.mjs'

/** Node 25 has a `localStorage` of its own, which hides jsdom's. */
const hasOwnStorage = Number(process.versions.node.split('.')[0]) >= 25

/** What plays thousands of whole visits, and takes as long as all else together. */
const models = ['packages/core/src/**/proof/{interleavings,in-chromium,two-tabs}.test.ts']

const inJsdom: TestUserConfig = {
  environment: 'jsdom',
  include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/*.test.mjs', '.storybook/*.test.ts'],
  setupFiles: ['./vitest.setup.ts'],
  isolate: false,
  // Property tests take their time on a machine that does other things as well.
  testTimeout: 60_000,
  restoreMocks: true,
  unstubGlobals: true,
  unstubEnvs: true,
  execArgv: ['--max-semi-space-size=64', ...(hasOwnStorage ? ['--no-experimental-webstorage'] : [])],
}

export const shared: TestUserConfig = {
  reporters: ['default', vitestTotals],
  allowOnly: false,
  coverage: {
    provider: 'v8',
    include: ['packages/*/src/**/*.{ts,tsx}'],
    exclude: ['**/*.{test,test-d,stories}.*'],
  },
}

export const unitProjects: TestProjectInlineConfiguration[] = [
  { plugins: [react()], test: { ...inJsdom, name: 'unit', exclude: [...configDefaults.exclude, ...models] } },
  { test: { ...inJsdom, name: 'models', include: models } },
]

// By itself for `npm test`: to load Storybook, which these do without, takes longer than many of them.
export default defineConfig({ test: { ...shared, projects: unitProjects } })
