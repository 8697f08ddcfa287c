import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor } from 'storybook/test'
import { refused } from './from-orestbida.example.ts'
import { Shop } from './moving.example.tsx'
import { isAskedAgain, isNotAsked, left } from './moving.ts'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

const meta = {
  id: 'guides-moving-orestbida',
  title: 'Guides/Moving from CookieConsent',
  component: Shop,
  args: { refused },
  parameters: { askfirst: { ownProvider: true } },
} satisfies Meta<typeof Shop>

export default meta

type Story = StoryObj<typeof meta>

export const RefusedBefore: Story = {
  beforeEach: left(`cc_cookie=${encodeURIComponent('{"categories":["necessary"],"revision":0}')}`),
  play: isNotAsked,
}

export const AcceptedBefore: Story = {
  beforeEach: left(
    `cc_cookie=${encodeURIComponent('{"categories":["necessary","functionality","analytics","ads"],"revision":0}')}`,
  ),
  play: isAskedAgain,
}

/** One category was refused: that no is kept, and the rest is asked. */
export const RefusedInPart: Story = {
  beforeEach: left(`cc_cookie=${encodeURIComponent('{"categories":["necessary","functionality","analytics"]}')}`),
  play: unlessOnDocsPage(async () => {
    await screen.findByRole('region', { name: 'Your privacy choices' })
    await expect(document.cookie).toContain('marketing:denied')
    await expect(document.cookie).not.toContain('functional:')
    screen.getByRole('button', { name: 'Reject all' }).click()
    await waitFor(() => expect(document.cookie).toContain('functional:denied'))
  }),
}
