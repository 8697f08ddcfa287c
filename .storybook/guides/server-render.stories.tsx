import { useState } from 'react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen } from 'storybook/test'
import { answer } from './server-render.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

type VisitorName = 'Somebody new' | 'Somebody who refused' | 'Somebody who accepted'

const visitors: Readonly<Record<VisitorName, string | null>> = {
  'Somebody new': null,
  'Somebody who refused': 'askfirst=reject-all',
  'Somebody who accepted': 'askfirst=accept-all',
}

/** The server's answer, as text: choose who asks for the page. */
function FirstHtml() {
  const [name, setName] = useState<VisitorName>('Somebody new')
  // A browser keeps pages from naming a cookie header of their own.
  const headers = { get: (wanted: string) => (wanted === 'cookie' ? visitors[name] : null) } as Headers
  const html = answer(headers).replace(/(<script[^>]*>)[^]*?(?=<\/script>)/, '$1…')
  return (
    <main>
      <label>
        Who asks for the page:{' '}
        <select value={name} onChange={({ target }) => setName(target.value as VisitorName)}>
          {Object.keys(visitors).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <p>{html.includes('data-askfirst="banner"') ? 'The banner is in the HTML.' : 'No banner is in the HTML.'}</p>
      <pre data-testid="html" style={{ whiteSpace: 'pre-wrap', maxInlineSize: '60rem' }}>
        {html.replaceAll(/(?<=>)(?=<(?!\/))/g, '\n')}
      </pre>
    </main>
  )
}

const meta = {
  title: 'Guides/Server render',
  component: FirstHtml,
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof FirstHtml>

export default meta

type Story = StoryObj<typeof meta>

export const FirstAnswer: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    await expect(screen.getByText('The banner is in the HTML.')).toBeVisible()
    for (const name of ['Somebody who refused', 'Somebody who accepted']) {
      await userEvent.selectOptions(screen.getByRole('combobox'), name)
      await expect(screen.getByText('No banner is in the HTML.')).toBeVisible()
    }
    await expect(screen.getByTestId('html')).toHaveTextContent('Parcels leave our warehouse')
  }),
}
