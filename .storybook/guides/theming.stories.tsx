import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsentBanner } from '@askfirst/react'
import { expect, screen, waitFor, within } from 'storybook/test'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'
import './theming.example.css'

const meta = {
  title: 'Guides/Theming',
  component: ConsentBanner,
  beforeEach: () => {
    const { dataset } = document.documentElement
    dataset['brand'] = 'dune'
    return () => void delete dataset['brand']
  },
} satisfies Meta<typeof ConsentBanner>

export default meta

type Story = StoryObj<typeof meta>

export const AnotherBrand: Story = {
  play: unlessOnDocsPage(async ({ userEvent }) => {
    const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
    const colours = ['Reject all', 'Accept all'].map((name) => {
      const { backgroundColor, borderRadius } = getComputedStyle(within(banner).getByRole('button', { name }))
      return `${backgroundColor} ${borderRadius}`
    })
    await expect(colours).toEqual(['rgb(122, 62, 18) 32px', 'rgb(122, 62, 18) 32px'])
    await userEvent.click(within(banner).getByRole('button', { name: 'Reject all' }))
    await waitFor(() => expect(banner).not.toBeInTheDocument())
  }),
}
