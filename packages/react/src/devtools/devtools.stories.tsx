import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, spyOn, waitFor, within } from 'storybook/test'
import { recordOf } from '../../../../.storybook/record-of.ts'
import { filmStandIn } from '../../../../.storybook/vendors.ts'
import { standInHosts } from '@askfirst/testing'
import { GatedFrame } from '../frame/index.tsx'
import { ConsentDevtools } from './index.tsx'

const meta = {
  title: 'Devtools',
  component: ConsentDevtools,
  parameters: {
    askfirst: {
      vendors: () => [filmStandIn()],
    },
  },
  decorators: [
    (Story) => (
      <>
        <GatedFrame
          vendor="youtube"
          src={`${standInHosts.film(location.origin).embed}/leaf`}
          title="A leaf"
          fallback=""
        />
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof ConsentDevtools>

export default meta

type Story = StoryObj<typeof meta>
type User = Parameters<NonNullable<Story['play']>>[0]['userEvent']

/** A visitor who accepted on an earlier visit. */
const accepted = {
  askfirst: { record: recordOf({ categories: { functional: 'granted' }, disclosed: ['youtube'] }) },
}

async function open(user: User) {
  const button = await screen.findByRole('button', { name: 'Askfirst' }, { timeout: 5_000 })
  button.focus()
  await user.keyboard('{Enter}')
  return within(await screen.findByRole('region', { name: 'Askfirst devtools' }))
}

const summary = (text: string): Promise<HTMLElement> =>
  screen.findByText(`YouTube: ${text}`, { selector: 'summary' }, { timeout: 5_000 })

export const Closed: Story = {
  parameters: accepted,
  play: async () => {
    const button = await screen.findByRole('button', { name: 'Askfirst' }, { timeout: 5_000 })
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  },
}

export const Opened: Story = {
  parameters: accepted,
  play: async ({ userEvent }) => {
    const panel = await open(userEvent)
    await expect(panel.getByText(/^v=1 id=story/)).toBeVisible()
    await userEvent.click(await summary('allowed (category-granted), ready'))
    await expect(panel.getByText('Requested')).toBeVisible()
    await expect(getComputedStyle(panel.getByText('Requested')).color).not.toBe('rgb(0, 0, 0)')
  },
}

export const AnotherVisitor: Story = {
  parameters: accepted,
  play: async ({ userEvent }) => {
    const panel = await open(userEvent)
    await userEvent.click(panel.getByRole('button', { name: 'Reject in another tab' }))
    await summary('not allowed (category-denied), blocked')
    await userEvent.click(panel.getByRole('button', { name: 'Accept in another tab' }))
    await summary('allowed (category-granted), ready')
    await userEvent.click(panel.getByRole('button', { name: 'YouTube is new' }))
    await summary('not allowed (not-disclosed), blocked')
    await userEvent.selectOptions(panel.getByLabelText('Region'), 'california')
    await userEvent.selectOptions(panel.getByLabelText('Language'), 'de')
    await expect(panel.getByLabelText('Language')).toHaveValue('de')
  },
}

export const PrivacySignal: Story = {
  beforeEach: () => () => void Reflect.deleteProperty(navigator, 'globalPrivacyControl'),
  play: async ({ userEvent }) => {
    const signal = (await open(userEvent)).getByLabelText('Privacy signal')
    await userEvent.click(signal)
    await expect(signal).toBeChecked()
    await userEvent.click(signal)
    await expect(signal).not.toBeChecked()
  },
}

export const AFailure: Story = {
  play: async ({ userEvent }) => {
    const panel = await open(userEvent)
    await summary('not allowed (undecided), blocked')
    await userEvent.selectOptions(panel.getByLabelText('YouTube: next loads fail'), 'csp')
    await userEvent.click(screen.getByRole('button', { name: 'Show “A leaf”' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Allow YouTube' }))
    await summary('allowed (vendor-granted), failed (csp)')
    await userEvent.selectOptions(panel.getByLabelText('YouTube: next loads fail'), 'none')
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await summary('allowed (vendor-granted), ready')
  },
}

export const BugReport: Story = {
  parameters: accepted,
  play: async ({ userEvent }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const panel = await open(userEvent)
    await summary('allowed (category-granted), ready')
    await userEvent.click(panel.getByRole('button', { name: 'Copy as a bug report' }))
    await waitFor(() => expect(panel.getByRole('status')).toHaveTextContent('Copied.'))
    const text = write.mock.calls.flat().join('\n')
    await expect(text).toContain('youtube: allowed (category-granted), ready')
    await expect(text).not.toContain('id=story')
    write.mockRestore()
  },
}

export const Narrow: Story = {
  parameters: accepted,
  globals: { viewport: { value: 'narrow' }, direction: 'rtl' },
  play: async ({ userEvent }) => {
    await open(userEvent)
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth)
  },
}
