import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { Shop } from './getting-started.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const meta = {
  title: 'Guides/Getting started',
  component: Shop,
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof Shop>

export default meta

type Story = StoryObj<typeof meta>

export const YourShop: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
    await userEvent.click(within(banner).getByRole('button', { name: 'Reject all' }))
    await waitFor(() => expect(banner).not.toBeInTheDocument())
    await expect(document.cookie).toContain('functional:denied')

    await userEvent.click(await screen.findByRole('button', { name: 'Start chat' }))
    const question = within(await screen.findByRole('dialog', { name: 'Chat with us' }))
    await expect(question.getByRole('link', { name: 'Write to us' })).toBeVisible()
    await userEvent.click(question.getByRole('button', { name: 'Not now' }))

    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
    await expect(dialog.getByText(/0 of 1 allowed/)).toBeVisible()
  }),
}
