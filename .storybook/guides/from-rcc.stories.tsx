import type { Meta, StoryObj } from '@storybook/react-vite'
import { refused } from './from-rcc.example.ts'
import { OldVisitors, visits } from './old-visitors.tsx'

const meta = {
  id: 'guides-moving-rcc',
  title: 'Guides/Moving from react-cookie-consent',
  component: OldVisitors,
  args: {
    refused,
    visitors: { No: ['CookieConsent=false'], Yes: ['CookieConsent=true'], Nothing: [] },
  },
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof OldVisitors>

export default meta

type Story = StoryObj<typeof meta>

export const VisitorsOfTheOldShop: Story = {
  play: visits({
    No: { kept: 'functional:denied.analytics:denied.marketing:denied', asked: false },
    Yes: { kept: '', asked: true },
    Nothing: { kept: '', asked: true },
  }),
}
