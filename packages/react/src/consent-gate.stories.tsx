import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor } from 'storybook/test'
import { recordOf } from '../../../.storybook/record-of.ts'
import { ConsentGate } from './consent-gate.tsx'
import { useConsent } from './hooks/use-consent.ts'

const meta = {
  title: 'Consent gate',
  component: ConsentGate,
  args: {
    category: 'functional',
    children: <p>A map of our shops</p>,
    fallback: <AllowFunctional />,
  },
} satisfies Meta<typeof ConsentGate>

export default meta

type Story = StoryObj<typeof meta>

/** What stands there instead, with a way to change one's mind. */
function AllowFunctional() {
  const { savePreferences } = useConsent()
  return (
    <p>
      The map is not shown, because it needs your permission.{' '}
      <button type="button" onClick={() => savePreferences({ categories: { functional: true } })}>
        Show the map
      </button>
    </p>
  )
}

export const Refused: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'denied' } }) } },
  play: async () => {
    await expect(await screen.findByText('Record: functional denied')).toBeVisible()
    await expect(screen.getByText(/The map is not shown/)).toBeVisible()
    await expect(screen.queryByText('A map of our shops')).not.toBeInTheDocument()
  },
}

export const Granted: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'granted' } }) } },
  play: async () => {
    await expect(await screen.findByText('A map of our shops')).toBeVisible()
    await expect(screen.queryByText(/The map is not shown/)).not.toBeInTheDocument()
  },
}

export const AllowedInPlace: Story = {
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Show the map' }))
    await waitFor(() => expect(screen.getByText('A map of our shops')).toBeVisible())
    await expect(screen.getByText('Record: functional granted')).toBeVisible()
  },
}
