import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig, type TestUserConfig } from 'vitest/config'
import { nonce } from './.storybook/nonce.ts'
import { pictureOptions } from './.storybook/picture-options.ts'
import { chromiumLaunch } from './scripts/chromium.mjs'
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

export default defineConfig({
  test: {
    reporters: ['default', vitestTotals],
    allowOnly: false,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.{ts,tsx}'],
      exclude: ['**/*.{test,test-d,stories}.*'],
    },
    projects: [
      { plugins: [react()], test: { ...inJsdom, name: 'unit', exclude: [...configDefaults.exclude, ...models] } },
      { test: { ...inJsdom, name: 'models', include: models } },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        html: { cspNonce: nonce },
        test: {
          name: 'stories',
          setupFiles: ['./.storybook/after-each-story.ts'],
          // A shared machine stalls now and then; what fails twice fails.
          retry: process.env['CI'] ? 2 : 0,
          isolate: false,
          // Half of a story is waiting, for a messenger to start or to be gone.
          maxWorkers: 2,
          sequence: { groupOrder: 1 }, // not counted together with the workers of unit tests
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            expect: { toMatchScreenshot: pictureOptions },
            provider: playwright({
              launchOptions: chromiumLaunch(),
              // Large enough for a story's page, which would be scaled down otherwise.
              contextOptions: { reducedMotion: 'reduce', viewport: { width: 1280, height: 1000 } },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
