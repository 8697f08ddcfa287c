import type { Meta, StoryObj } from '@storybook/react-vite'
import { refused } from './from-onetrust.example.ts'
import { Shop } from './moving.example.tsx'
import { isAskedAgain, isNotAsked, left } from './moving.ts'

const meta = {
  id: 'guides-moving-onetrust',
  title: 'Guides/Moving from OneTrust',
  component: Shop,
  args: { refused },
  parameters: { askfirst: { ownProvider: true } },
} satisfies Meta<typeof Shop>

export default meta

type Story = StoryObj<typeof meta>

export const RefusedBefore: Story = {
  beforeEach: left(
    'OptanonConsent=groups=C0001%3A1%2CC0002%3A0%2CC0003%3A0%2CC0004%3A0',
    'OptanonAlertBoxClosed=2026-11-20',
  ),
  play: isNotAsked,
}

export const AcceptedBefore: Story = {
  beforeEach: left(
    'OptanonConsent=groups=C0001%3A1%2CC0002%3A1%2CC0003%3A1%2CC0004%3A1',
    'OptanonAlertBoxClosed=2026-11-20',
  ),
  play: isAskedAgain,
}

export const NeverAnswered: Story = {
  beforeEach: left('OptanonConsent=groups=C0001%3A1%2CC0002%3A0%2CC0003%3A0%2CC0004%3A0'),
  play: isAskedAgain,
}
