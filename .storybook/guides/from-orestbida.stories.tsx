import type { Meta, StoryObj } from '@storybook/react-vite'
import { refused } from './from-orestbida.example.ts'
import { OldVisitors, visits } from './old-visitors.tsx'

const meta = {
  id: 'guides-moving-orestbida',
  title: 'Guides/Moving from CookieConsent',
  component: OldVisitors,
  args: {
    refused,
    visitors: {
      'No to everything': [`cc_cookie=${encodeURIComponent('{"categories":["necessary"]}')}`],
      'No to ads': [`cc_cookie=${encodeURIComponent('{"categories":["necessary","functionality","analytics"]}')}`],
      Yes: [`cc_cookie=${encodeURIComponent('{"categories":["necessary","functionality","analytics","ads"]}')}`],
      Nothing: [],
    },
  },
  parameters: { layout: 'padded', askfirst: { ownProvider: true } },
} satisfies Meta<typeof OldVisitors>

export default meta

type Story = StoryObj<typeof meta>

export const VisitorsOfTheOldShop: Story = {
  play: visits({
    'No to everything': { kept: 'functional:denied.analytics:denied.marketing:denied', asked: false },
    'No to ads': { kept: 'marketing:denied', asked: true },
    Yes: { kept: '', asked: true },
    Nothing: { kept: '', asked: true },
  }),
}
