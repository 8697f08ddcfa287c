import type { Meta, StoryObj } from '@storybook/react-vite'
import { refused } from './from-onetrust.example.ts'
import { OldVisitors, visits } from './old-visitors.tsx'

const meta = {
  id: 'guides-moving-onetrust',
  title: 'Guides/Moving from OneTrust',
  component: OldVisitors,
  args: {
    refused,
    visitors: {
      'No to everything': [
        'OptanonConsent=groups=C0001%3A1%2CC0002%3A0%2CC0003%3A0%2CC0004%3A0',
        'OptanonAlertBoxClosed=2026-11-20',
      ],
      'No to targeting': [
        'OptanonConsent=groups=C0001%3A1%2CC0002%3A1%2CC0003%3A1%2CC0004%3A0',
        'OptanonAlertBoxClosed=2026-11-20',
      ],
      Yes: ['OptanonConsent=groups=C0001%3A1%2CC0002%3A1%2CC0003%3A1%2CC0004%3A1', 'OptanonAlertBoxClosed=2026-11-20'],
      'Nothing, but was there': ['OptanonConsent=groups=C0001%3A1%2CC0002%3A0%2CC0003%3A0%2CC0004%3A0'],
    },
  },
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof OldVisitors>

export default meta

type Story = StoryObj<typeof meta>

export const VisitorsOfTheOldShop: Story = {
  play: visits({
    'No to everything': { kept: 'analytics:denied.functional:denied.marketing:denied', asked: false },
    'No to targeting': { kept: 'marketing:denied', asked: true },
    Yes: { kept: '', asked: true },
    'Nothing, but was there': { kept: '', asked: true },
  }),
}
