import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Messages } from '../messages/messages.ts'
import { expect, screen, waitFor, within } from 'storybook/test'
import { manyVendors } from '../../../../.storybook/vendors.ts'
import { Preferences } from './index.tsx'

const meta = {
  title: 'Preferences',
  component: Preferences,
  render: () => <></>,
} satisfies Meta<typeof Preferences>

export default meta

type Story = StoryObj<typeof meta>

/** A part looks its texts up once whenever it renders, so a text that counts is a render counter. */
const renders = { count: 0 }

const countingMessages = (): Partial<Messages> => ({
  get details() {
    renders.count++
    return 'About {name}'
  },
})

/** Searched rather than read, and quick: a tick renders its own row and the summary again, nothing else. */
export const ThousandVendors: Story = {
  parameters: { askfirst: { vendors: () => manyVendors(1_000), messages: countingMessages } },
  play: async ({ userEvent }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const content = await screen.findByRole('dialog', { name: 'Privacy choices' })
    const dialog = within(content)
    const analytics = content.querySelector<HTMLElement>('[data-category="analytics"] summary')
    renders.count = 0
    analytics?.click()
    const first = await dialog.findByLabelText('Company 1')
    await expect(renders.count).toBeGreaterThanOrEqual(334)

    renders.count = 0
    await userEvent.click(first)
    await expect(first).toBeChecked()
    await waitFor(() => expect(analytics).toHaveTextContent('1 of 334 allowed'))
    await expect(renders.count).toBeGreaterThanOrEqual(1)
    await expect(renders.count).toBeLessThanOrEqual(2)

    await userEvent.type(dialog.getByRole('searchbox', { name: 'Find a company' }), 'company 99')
    await waitFor(() => expect(dialog.getAllByRole('listitem')).toHaveLength(11))
    await expect(dialog.getByLabelText('Company 999')).toBeVisible()
    await userEvent.type(dialog.getByRole('searchbox'), 'x')
    await expect(await dialog.findByText('No company of that name.')).toBeVisible()
    await userEvent.clear(dialog.getByRole('searchbox'))
  },
}
