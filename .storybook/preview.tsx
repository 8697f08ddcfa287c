import type { Preview } from '@storybook/react-vite'
import '@askfirst/react/styles.css'
import { configure } from 'storybook/test'
import '@askfirst/react/layouts.css'
import { loadMessages } from '@askfirst/react/locales'
import { clearStorage, withdrawEverything } from './leave-no-trace.ts'
import { toolbar } from './toolbar.ts'
import { Visit, type VisitProps } from './visit.tsx'

type Globals = Pick<VisitProps, 'policy' | 'locale' | 'direction' | 'scheme'>

// A chunk may take its time on a shared machine.
configure({ asyncUtilTimeout: 5_000 })

const a11y = {
  test: 'error',
  config: { rules: [{ id: 'target-size', enabled: true }] },
  // A vendor's frame is not ours to check, and waiting for its answer costs half a second a story.
  options: { iframes: false, preload: false, resultTypes: ['violations', 'incomplete'] },
}

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y,
    options: {
      storySort: {
        order: [
          'Welcome',
          'Guides',
          ['Getting started', 'Gating a chat', 'Regions', 'Server render', 'Theming', 'Writing a vendor', 'Testing'],
          'Banner',
          'Preferences',
          'Gated chat',
          'Gated frame',
          'Consent gate',
        ],
      },
    },
    viewport: { options: { narrow: { name: 'Narrow', styles: { width: '320px', height: '640px' } } } },
    backgrounds: { disabled: true },
  },
  globalTypes: toolbar,
  initialGlobals: { policy: 'opt-in', locale: 'en', direction: 'language', scheme: 'light' } satisfies Globals,
  beforeEach: () => {
    clearStorage()
    return withdrawEverything
  },
  loaders: [async ({ globals }) => ({ texts: await loadMessages((globals as Globals).locale) })],
  decorators: [
    (Story, { id, parameters, globals, loaded }) => {
      const { policy, locale, direction, scheme } = globals as Globals // set by the toolbar above
      return (
        <Visit
          key={`${id} ${policy} ${locale}`}
          parameters={parameters['askfirst'] ?? {}}
          policy={policy}
          locale={locale}
          texts={loaded['texts']}
          direction={direction}
          scheme={scheme}
        >
          <Story />
        </Visit>
      )
    },
  ],
}

export default preview
