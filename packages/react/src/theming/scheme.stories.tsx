import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { ConsentBanner } from '../banner/index.tsx'
import { findPart } from './seen.fixture.ts'

const meta = {
  title: 'Theming/Scheme',
  component: ConsentBanner,
} satisfies Meta<typeof ConsentBanner>

export default meta

type Story = StoryObj<typeof meta>

const isDark = (element: Element): boolean => {
  const [red = 0] = /\d+/.exec(getComputedStyle(element).backgroundColor) ?? []
  return Number(red) < 128
}

/** An attribute chooses, on the banner or on anything around it, whatever the page's own scheme is. */
export const ByHand: Story = {
  args: { 'data-askfirst-scheme': 'dark' } as object,
  play: async () => {
    await waitFor(() => expect(document.querySelector('[data-askfirst=banner]')).not.toBeNull())
    const banner = findPart('banner')
    const { dataset } = document.body
    await expect(isDark(document.body.querySelector('.story-page') ?? document.body)).toBe(false)
    await expect(isDark(banner)).toBe(true)

    banner.dataset['askfirstScheme'] = 'light'
    await expect(isDark(banner)).toBe(false)

    delete banner.dataset['askfirstScheme']
    dataset['askfirstScheme'] = 'dark'
    await expect(isDark(banner)).toBe(true)
    dataset['askfirstScheme'] = 'light'
    await expect(isDark(banner)).toBe(false)
    dataset['askfirstScheme'] = 'system'
    await expect(isDark(banner)).toBe(matchMedia('(prefers-color-scheme: dark)').matches)
    delete dataset['askfirstScheme']
    banner.dataset['askfirstScheme'] = 'dark'
  },
}
