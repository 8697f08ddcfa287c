import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, within } from 'storybook/test'
import { Help } from './gating-a-chat.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const meta = { title: 'Guides/Gating a chat', component: Help } satisfies Meta<typeof Help>

export default meta

type Story = StoryObj<typeof meta>

export const HelpPage: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    await expect(screen.queryByRole('button', { name: 'chat' })).not.toBeInTheDocument()
    await userEvent.click(await screen.findByRole('button', { name: 'Start chat' }))
    const question = within(await screen.findByRole('dialog', { name: 'Chat with us' }))
    await userEvent.click(question.getByRole('button', { name: 'Allow chat' }))
    const frame = await screen.findByTitle<HTMLIFrameElement>(/stand-in for Kayako/, {}, { timeout: 8_000 })
    const inside = within(frame.contentDocument?.body ?? document.body)
    await userEvent.click(await inside.findByRole('button', { name: /close/i }, { timeout: 8_000 }))
    await userEvent.click(await screen.findByRole('button', { name: 'chat' }))
    await inside.findByRole('region', { name: /^Chat/ })
  }),
}
