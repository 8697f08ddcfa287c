import type { Meta, StoryObj } from '@storybook/react-vite'
import type { VendorId } from '@askfirst/react'
import { expect, screen, waitFor, within } from 'storybook/test'
import { weather, WeatherReport } from './own-vendor.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

/** The demo has registered its vendors for the whole workspace, and this is none of them. */
const id: string = 'weather'

const meta = {
  title: 'Guides/Writing a vendor',
  component: WeatherReport,
  args: { vendor: id as VendorId, place: 'Cork' },
  parameters: { askfirst: { vendors: () => [weather(`${location.host}/guides`)] } },
} satisfies Meta<typeof WeatherReport>

export default meta

type Story = StoryObj<typeof meta>

export const FromYesToRemoval: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    await expect(document.querySelector('script[src*=weather]')).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Show the weather' }))
    await screen.findByText('Cork: dry, 14 degrees', {}, { timeout: 5_000 })
    await expect(localStorage.getItem('weather_place')).toBe('Cork')

    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Allow none' }))
    await screen.findByRole('button', { name: 'Show the weather' })
    await waitFor(() => expect(localStorage.getItem('weather_place')).toBeNull())
    await waitFor(() => expect('Weather' in window).toBe(false))
  }),
}
