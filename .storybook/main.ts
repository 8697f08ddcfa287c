import type { StorybookConfig } from '@storybook/react-vite'
import remarkGfm from 'remark-gfm'
import tailwindcss from '@tailwindcss/vite'
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
  addons: [
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), standIns(), standInVendors(), tailwindcss()],
    build: {
      ...vite.build,
      // Lowered for older browsers, `light-dark()` reads a colour scheme that stands in a stylesheet; here it is the toolbar's.
      cssTarget: 'esnext',
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        // Else a screenful of false alarms, one for each 'use client' in Radix.
        checks: { ...vite.build?.rolldownOptions?.checks, moduleLevelDirective: false },
      },
    },
  }),
}

export default config
