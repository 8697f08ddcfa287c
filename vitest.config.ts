import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { nonce } from './.storybook/nonce.ts'
import { pictureOptions } from './.storybook/picture-options.ts'
import { chromiumLaunch } from './scripts/chromium.mjs'
import { shared, unitProjects } from './vitest.unit.config.ts'

export default defineConfig({
  test: {
    ...shared,
    projects: [
      ...unitProjects,
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
