import type { Meta, StoryObj } from '@storybook/react-vite'
import { GatedChat } from '@askfirst/react'
import { expect, screen, waitFor } from 'storybook/test'
import { kayakoStandIn } from '../vendors.ts'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const meta = {
  title: 'Guides/Testing',
  component: GatedChat,
  args: { vendor: 'kayako', fallback: <a href="mailto:help@acme.example">Write to us</a> },
} satisfies Meta<typeof GatedChat>

export default meta

type Story = StoryObj<typeof meta>

/** The stand-in is told that its server answers with an error. */
export const ServerWithAnError: Story = {
  parameters: { askfirst: { vendors: () => [kayakoStandIn({ loader: 'fails' })] } },
  play: unlessOnDocsPage(async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Start chat' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Allow chat' }))
    await screen.findByText(/a fault at its provider/)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible())
    await expect(screen.getByRole('link', { name: 'Write to us' })).toBeVisible()
  }),
}
