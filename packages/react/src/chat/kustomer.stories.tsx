import type { Meta, StoryObj } from '@storybook/react-vite'
import { kustomerBlocked, kustomerStandIn } from '../../../../.storybook/vendors.ts'
import { chatMoments } from './gated-chat.fixture.ts'
import { GatedChat } from './index.tsx'

const meta = {
  title: 'Gated chat/Kustomer',
  component: GatedChat,
  args: { vendor: 'kustomer', fallback: <a href="mailto:help@acme.example">Write to us</a> },
} satisfies Meta<typeof GatedChat>

export default meta

type Story = StoryObj<typeof meta>

const moments = chatMoments({
  id: 'kustomer',
  name: 'Kustomer',
  global: 'Kustomer',
  works: kustomerStandIn,
  slow: (delay) => kustomerStandIn({ delay }),
  blocked: kustomerBlocked,
  failing: () => kustomerStandIn({ widget: 'fails' }),
  unavailable: () => kustomerStandIn({ authorizedDomains: ['elsewhere.example'] }),
  silent: () => kustomerStandIn({ widget: 'never-arrives' }),
  faulty: () => kustomerStandIn({ widget: 'throws' }),
  key: 'kustomer_visitor',
})

export const NotAsked: Story = moments.notAsked
export const Asking: Story = moments.asking
export const AskingOnRequest: Story = moments.askingOnRequest
export const NotNow: Story = moments.notNow
export const Allowed: Story = moments.allowed
export const OnlyThisTime: Story = moments.onlyThisTime
export const Starting: Story = moments.starting
export const Cancelled: Story = moments.cancelled
export const FailedBlocked: Story = moments.failedBlocked
export const FailedTimeout: Story = moments.failedTimeout
export const FailedVendor: Story = moments.failedVendor
export const FailurePutOff: Story = moments.failurePutOff
export const FailedByServer: Story = moments.failedByServer
export const FailedByPolicy: Story = moments.failedByPolicy
export const FailedUnavailable: Story = moments.failedUnavailable
export const FailedStorage: Story = moments.failedStorage
export const FailedOffline: Story = moments.failedOffline
export const OnlineAgain: Story = moments.onlineAgain
export const OnlineWhileElsewhere: Story = moments.onlineWhileElsewhere
export const RetryAfterFailures: Story = moments.retryAfterFailures
export const Withdrawn: Story = moments.withdrawn
export const WithdrawnWithRemains: Story = moments.withdrawnWithRemains
export const AcceptedBefore: Story = moments.acceptedBefore
export const Inline: Story = moments.inline
export const Floating: Story = moments.floating
export const Narrow: Story = moments.narrow
export const Dark: Story = moments.dark
export const RightToLeft: Story = moments.rightToLeft
