import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { Shop } from './regions.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const meta = {
  title: 'Guides/Regions',
  component: Shop,
  parameters: { askfirst: { ownProvider: true } },
  argTypes: { region: { control: 'select', options: ['DE', 'FR', 'IT', 'GB', 'US-CA', 'CA-QC', 'AU', null] } },
  render: (args) => <Shop key={args.region} {...args} />,
} satisfies Meta<typeof Shop>

export default meta

type Story = StoryObj<typeof meta>

const refuses = unlessOnDocsPage<Parameters<NonNullable<Story['play']>>[0]>(async ({ userEvent }) => {
  const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
  await userEvent.click(within(banner).getByRole('button', { name: 'Reject all' }))
  await waitFor(() => expect(screen.getByText('The chat may not load (category-denied).')).toBeVisible())
})

/** Off until the visitor says yes. */
export const Germany: Story = {
  args: { region: 'DE' },
  play: async (context) => {
    await screen.findByText('The chat may not load (undecided).')
    await refuses(context)
  },
}

/** On until the visitor says no. */
export const California: Story = {
  args: { region: 'US-CA' },
  play: async (context) => {
    await screen.findByText('The chat may load (policy-default).')
    await refuses(context)
  },
}
