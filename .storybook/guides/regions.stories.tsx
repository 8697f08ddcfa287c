import { useState } from 'react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { Shop } from './regions.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const regions = { Germany: 'DE', Italy: 'IT', 'United Kingdom': 'GB', California: 'US-CA', 'Nobody knows': null }

/** The shop, for a visitor from somewhere. */
function Visitors() {
  const [name, setName] = useState<keyof typeof regions>('Germany')
  return (
    <>
      <label>
        Where the visitor is:{' '}
        <select value={name} onChange={({ target }) => setName(target.value as keyof typeof regions)}>
          {Object.keys(regions).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Shop key={name} region={regions[name]} />
    </>
  )
}

const meta = {
  title: 'Guides/Regions',
  component: Visitors,
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof Visitors>

export default meta

type Story = StoryObj<typeof meta>

export const FromSomewhere: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    await screen.findByText('The chat may not load (undecided).')
    await userEvent.selectOptions(screen.getByRole('combobox'), 'California')
    await screen.findByText('The chat may load (policy-default).')
    const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
    await userEvent.click(within(banner).getByRole('button', { name: 'Reject all' }))
    await waitFor(() => expect(screen.getByText('The chat may not load (category-denied).')).toBeVisible())
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Germany')
    await screen.findByText('The chat may not load (category-denied).')
  }),
}
