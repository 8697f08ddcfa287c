// Lists what `npm test` checks, in the order in which it checks.
import { join } from 'node:path'
import { root } from './project.mjs'
import { script, tool } from './tool.mjs'

/**
 * @typedef {object} Step
 * @property {string} name what to type after `npm test --`
 * @property {string} about
 * @property {() => import('./child.mjs').Command} command a function, since the tools may not be installed yet
 * @property {string[]} [needs] the steps that have to come before
 * @property {boolean} [inBrowser]
 * @property {boolean} [runsBeside] needs nothing of the others, which go on meanwhile
 */

const cwd = join(root, 'apps/demo')

const withoutStories = ['--config', 'vitest.unit.config.ts']

/** @type {Step[]} */
export const steps = [
  { name: 'format', about: 'oxfmt', command: () => tool('oxfmt', '--check') },
  { name: 'lint', about: 'oxlint with types, no exceptions', command: () => script('lint') },
  { name: 'types', about: 'TypeScript', command: () => tool('typescript', '-p', '.') },
  {
    name: 'unit',
    about: 'vitest in jsdom',
    inBrowser: true,
    runsBeside: true,
    command: () => tool('vitest', 'run', ...withoutStories, '--project', 'unit'),
  },
  {
    name: 'stories',
    about: 'every story in Chromium, with axe',
    inBrowser: true,
    runsBeside: true,
    command: () => tool('vitest', 'run', '--project', 'stories'),
  },
  { name: 'build', about: 'the packages, as published', command: () => script('build-packages') },
  {
    name: 'packages',
    about: 'publint and attw on the tarballs',
    needs: ['build'],
    command: () => script('check-packages'),
  },
  { name: 'api', about: 'public types against the snapshot', needs: ['build'], command: () => script('api') },
  { name: 'size', about: 'what a visitor downloads', needs: ['build'], command: () => script('size') },
  { name: 'tree-shaking', about: 'Vite, webpack, esbuild', needs: ['build'], command: () => script('tree-shaking') },
  { name: 'use-client', about: 'kept where it belongs', needs: ['build'], command: () => script('use-client') },
  // From here on they take about as long as all that follows, so that no core is idle at the end.
  {
    name: 'models',
    about: 'two tabs, and two vendors in them, in ten thousand orders of events each',
    inBrowser: true,
    runsBeside: true,
    command: () => tool('vitest', 'run', ...withoutStories, '--project', 'models'),
  },
  { name: 'registry', about: 'what shadcn adds', needs: ['build'], command: () => script('registry') },
  { name: 'unused', about: 'knip', command: () => tool('knip', '--no-config-hints') },
  { name: 'demo', about: 'production build', command: () => ({ ...tool('vite', 'build'), cwd }) },
  { name: 'next', about: 'production build on the built packages', needs: ['build'], command: () => script('next') },
  {
    name: 'e2e',
    about: 'whole pages in Chromium',
    needs: ['demo', 'next'],
    inBrowser: true,
    command: () => tool('@playwright/test', 'test'),
  },
]
