import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { sendPrivacySignal } from '../../../../.storybook/privacy-signal.ts'
import { recordOf } from '../../../../.storybook/record-of.ts'
import { Preferences } from './index.tsx'
import { PreferencesTrigger } from './trigger.tsx'

const meta = {
  title: 'Preferences',
  component: Preferences,
  parameters: { askfirst: { preferences: false } },
  render: () => (
    <>
      <PreferencesTrigger />
      <Preferences />
    </>
  ),
} satisfies Meta<typeof Preferences>

export default meta

type Story = StoryObj<typeof meta>
type User = Parameters<NonNullable<Story['play']>>[0]['userEvent']

const trigger = (): HTMLElement => screen.getByRole('button', { name: /^Privacy choices/ })

async function open(user: User): Promise<ReturnType<typeof within>> {
  await user.click(trigger())
  const dialog = await screen.findByRole('dialog', { name: 'Privacy choices' })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

const isClosed = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

async function openVendors(user: User): Promise<ReturnType<typeof within>> {
  const dialog = await open(user)
  await user.click(dialog.getByText(/of 2 allowed/))
  await dialog.findByText('About Kayako')
  return dialog
}

export const Opened: Story = {
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent)
    await expect(dialog.getByRole('heading', { name: 'Privacy choices' })).toBeVisible()
    await expect(dialog.getByText('Always on')).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
    await expect(dialog.getByText(/0 of 2 allowed/)).toBeVisible()
    const none = dialog.getByRole('button', { name: 'Allow none' })
    const all = dialog.getByRole('button', { name: 'Allow all' })
    await expect(getComputedStyle(none).backgroundColor).toBe(getComputedStyle(all).backgroundColor)
    await expect(none.offsetWidth).toBe(all.offsetWidth)
    await expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement)
  },
}

/** A tick is a draft: what is allowed changes only when it is saved. */
export const CategoryTicked: Story = {
  play: async ({ userEvent }) => {
    const dialog = await openVendors(userEvent)
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Functional' }))
    await expect(dialog.getByRole('checkbox', { name: 'Kayako' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Kustomer' })).toBeChecked()
    await expect(dialog.getByText(/2 of 2 allowed/)).toBeVisible()
    await expect(screen.getByText('Kayako: not allowed (undecided)')).toBeInTheDocument()
    await expect(screen.getByText('Record: none')).toBeInTheDocument()
  },
}

/** One company of a category, and not the other: the category's box is neither ticked nor empty. */
export const VendorByVendor: Story = {
  play: async ({ userEvent }) => {
    const dialog = await openVendors(userEvent)
    const category = dialog.getByRole('checkbox', { name: 'Functional' })
    const kayako = dialog.getByRole('checkbox', { name: 'Kayako' })
    kayako.focus()
    await userEvent.keyboard(' ')
    await expect(kayako).toBeChecked()
    await waitFor(() => expect(category).toBePartiallyChecked())
    await userEvent.click(dialog.getByRole('button', { name: 'Save choices' }))
    await isClosed()
    await expect(screen.getByText('Kayako: allowed (vendor-granted)')).toBeVisible()
    await expect(screen.getByText('Kustomer: not allowed (category-denied)')).toBeVisible()

    await openVendors(userEvent)
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Functional' })).toBePartiallyChecked())
    await expect(screen.getByRole('checkbox', { name: 'Kayako' })).toBeChecked()
  },
}

/** Everything a company discloses, and who says so, contradictions included. */
export const DisclosureOpened: Story = {
  play: async ({ userEvent }) => {
    const dialog = await openVendors(userEvent)
    await userEvent.click(dialog.getByText('About Kustomer'))
    await expect(await dialog.findByText('Kustomer, Inc. (United States)')).toBeVisible()
    await expect(dialog.getByText('kustomer-identity')).toBeVisible()
    await expect(dialog.getByText('your consent')).toBeVisible()
    await expect(dialog.getByRole('link', { name: 'Privacy policy of Kustomer' })).toBeVisible()
    await userEvent.click(dialog.getByText('Who says so'))
    await expect(await dialog.findByText(/Owned by Meta\. Out of date\./)).toBeVisible()
    await expect(dialog.getByText(/Independent again since May 2023/)).toBeVisible()
  },
}

export const Saved: Story = {
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent)
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Functional' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save choices' }))
    await isClosed()
    await expect(await screen.findByText('Your choices are saved.')).toHaveAttribute('role', 'status')
    await expect(screen.getByText('Kayako: allowed (category-granted)')).toBeVisible()
    await waitFor(() => expect(trigger()).toHaveFocus())
  },
}

export const AllowAll: Story = {
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent)
    await userEvent.click(dialog.getByRole('button', { name: 'Allow all' }))
    await isClosed()
    await expect(screen.getByText('Record: functional granted')).toBeVisible()
  },
}

export const AllowNone: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'granted' } }) } },
  play: async ({ userEvent }) => {
    await screen.findByText('Record: functional granted')
    const dialog = await open(userEvent)
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).toBeChecked()
    await userEvent.click(dialog.getByRole('button', { name: 'Allow none' }))
    await isClosed()
    await expect(screen.getByText('Record: functional denied')).toBeVisible()
    await expect(screen.getByText('Kayako: not allowed (category-denied)')).toBeVisible()
  },
}

export const EscapeKeepsEverything: Story = {
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent)
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Functional' }))
    await userEvent.keyboard('{Escape}')
    await isClosed()
    await waitFor(() => expect(trigger()).toHaveFocus())
    await expect(screen.getByText('Record: none')).toBeVisible()
    await expect(screen.queryByText('Your choices are saved.')).not.toBeInTheDocument()

    const again = await open(userEvent)
    await expect(again.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
  },
}

/** Allowed by a click for one conversation: there is nothing to tick beforehand. */
export const OnRequestVendor: Story = {
  parameters: { askfirst: { gates: { kayako: 'on-request' } } },
  play: async ({ userEvent }) => {
    const dialog = await openVendors(userEvent)
    await expect(dialog.getByText('Asks each time you use it')).toBeVisible()
    await expect(dialog.queryByRole('checkbox', { name: 'Kayako' })).not.toBeInTheDocument()
    await expect(dialog.getByRole('checkbox', { name: 'Kustomer' })).toBeVisible()
  },
}

/** The site asserts a ground of its own, in writing, and the visitor can read it. */
export const AssertedVendor: Story = {
  parameters: { askfirst: { gates: { kayako: { always: 'Part of your support contract with us' } } } },
  play: async ({ userEvent }) => {
    await expect(await screen.findByText('Kayako: allowed (asserted)')).toBeVisible()
    const dialog = await openVendors(userEvent)
    await expect(dialog.getByText('Part of your support contract with us')).toBeVisible()
    await expect(dialog.queryByRole('checkbox', { name: 'Kayako' })).not.toBeInTheDocument()
  },
}

/** What the signal turns off stays off, and the visitor is told so in passing: nothing opens because of it. */
export const PrivacySignalHonoured: Story = {
  parameters: {
    askfirst: {
      categories: ['analytics'],
      record: recordOf({ categories: { functional: 'granted', analytics: 'granted' } }),
    },
  },
  beforeEach: sendPrivacySignal,
  play: async ({ userEvent }) => {
    await screen.findByRole('button', { name: 'Privacy choices (privacy signal honoured)' })
    const dialog = await open(userEvent)
    await expect(dialog.getByText('Your browser sends a privacy signal. It is honoured here.')).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Analytics' })).not.toBeChecked()
  },
}

/** A yes given while the signal was seen holds, and the words say what is so. */
export const PrivacySignalOverruled: Story = {
  parameters: { askfirst: { categories: ['analytics'] } },
  beforeEach: sendPrivacySignal,
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Privacy choices (privacy signal honoured)' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Analytics' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save choices' }))
    await isClosed()
    const dialog = await open(userEvent)
    await expect(dialog.getByText(/You have allowed some of what it turns off/)).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Analytics' })).toBeChecked()
  },
}

export const Narrow: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    const dialog = await openVendors(userEvent)
    const content = screen.getByRole('dialog')
    await expect(content.scrollWidth).toBeLessThanOrEqual(content.clientWidth)
    const { left, right, top, bottom } = content.getBoundingClientRect()
    await expect(left).toBeGreaterThanOrEqual(0)
    await expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth)
    await expect(top).toBeGreaterThanOrEqual(0)
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    // Whatever has the focus is not hidden behind the buttons, which stay in view.
    const none = dialog.getByRole('button', { name: 'Allow none' })
    while (document.activeElement !== none) {
      await userEvent.tab()
      const focused = document.activeElement?.getBoundingClientRect()
      await expect(none).toBeVisible()
      if (document.activeElement?.closest('[data-askfirst="actions"]') === null) {
        await expect(focused?.bottom).toBeLessThanOrEqual(none.getBoundingClientRect().top)
      }
    }
  },
}

export const Dark: Story = {
  globals: { scheme: 'dark' },
  play: async ({ userEvent }) => {
    await openVendors(userEvent)
    await expect(getComputedStyle(screen.getByRole('dialog')).backgroundColor).not.toBe('rgb(255, 255, 255)')
  },
}

export const RightToLeft: Story = {
  globals: { locale: 'ar' },
  play: async ({ userEvent }) => {
    await userEvent.click(screen.getByRole('button', { name: 'خيارات الخصوصية' }))
    const dialog = await screen.findByRole('dialog', { name: 'خيارات الخصوصية' })
    await waitFor(() => expect(dialog).toBeVisible())
    const title = within(dialog).getByRole('heading', { name: 'خيارات الخصوصية' }).getBoundingClientRect()
    const close = within(dialog).getByRole('button', { name: 'إغلاق' }).getBoundingClientRect()
    await expect(close.left).toBeLessThan(title.left)
  },
}
