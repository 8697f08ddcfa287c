import type { StorybookConfig } from '@storybook/react-vite'
import { standIns } from '../packages/testing/src/vite.ts'
import { standInVendors } from './guides/stand-in-vendors.ts'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    '../packages/*/src/**/*.mdx',
    '../packages/*/src/**/*.stories.tsx',
    './guides/*.mdx',
    './guides/*.stories.tsx',
    './*.stories.tsx',
  ],
  staticDirs: ['public'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), standIns(), standInVendors()],
    build: {
      ...vite.build,
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        // Else a screenful of false alarms, one for each 'use client' in Radix.
        checks: { ...vite.build?.rolldownOptions?.checks, moduleLevelDirective: false },
      },
    },
  }),
}

export default config
