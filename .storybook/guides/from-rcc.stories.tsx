import type { Meta, StoryObj } from '@storybook/react-vite'
import { refused } from './from-rcc.example.ts'
import { Shop } from './moving.example.tsx'
import { isAskedAgain, isNotAsked, left } from './moving.ts'

const meta = {
  id: 'guides-moving-rcc',
  title: 'Guides/Moving from react-cookie-consent',
  component: Shop,
  args: { refused },
  parameters: { askfirst: { ownProvider: true } },
} satisfies Meta<typeof Shop>

export default meta

type Story = StoryObj<typeof meta>

export const RefusedBefore: Story = { beforeEach: left('CookieConsent=false'), play: isNotAsked }

export const AcceptedBefore: Story = { beforeEach: left('CookieConsent=true'), play: isAskedAgain }
