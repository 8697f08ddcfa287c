import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { emulateForcedColours } from '../../../../.storybook/forced-colours.ts'
import { recordOf } from '../../../../.storybook/record-of.ts'
import { manyVendors } from '../../../../.storybook/vendors.ts'
import { GatedChat } from '../chat/index.tsx'
import { useConsent } from '../hooks/use-consent.ts'
import { ConsentBanner } from './index.tsx'

const meta = {
  title: 'Banner',
  component: ConsentBanner,
} satisfies Meta<typeof ConsentBanner>

export default meta

type Story = StoryObj<typeof meta>

/** The banner, once it has come into view. */
async function findBanner(name = 'Your privacy choices'): Promise<HTMLElement> {
  const banner = await screen.findByRole('region', { name })
  await waitFor(() => expect(banner).toBeVisible())
  return banner
}

const noBanner = (): Promise<void> =>
  waitFor(() => expect(screen.queryByRole('region', { name: 'Your privacy choices' })).not.toBeInTheDocument())

/** What a button weighs, for the eye and the hand. */
function weightOf(button: HTMLElement): readonly unknown[] {
  const { backgroundColor, color, border, fontSize, fontWeight } = getComputedStyle(button)
  const { width, height } = button.getBoundingClientRect()
  return [button.tagName, backgroundColor, color, border, fontSize, fontWeight, Math.round(width), Math.round(height)]
}

/** No part of the element is cut off at the sides. */
async function fitsInWidth(element: HTMLElement): Promise<void> {
  const { left, right } = element.getBoundingClientRect()
  await expect(left).toBeGreaterThanOrEqual(0)
  await expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth)
  await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth)
}

export const FirstVisit: Story = {
  play: async ({ userEvent }) => {
    const banner = within(await findBanner())
    await expect(banner.getByText(/other companies \(2\)/)).toBeVisible()
    await expect(banner.getByText(/change your mind at any time/i)).toBeVisible()
    const no = banner.getByRole('button', { name: 'Reject all' })
    const yes = banner.getByRole('button', { name: 'Accept all' })
    await waitFor(() => expect(weightOf(no)).toEqual(weightOf(yes)))

    await userEvent.tab()
    await expect(no).toHaveFocus()
    const link = screen.getByRole('link', { name: 'Follow your parcel' })
    link.focus()
    await expect(link).toHaveFocus()
    await expect(screen.getByText('Kayako: not allowed (undecided)')).toBeVisible()
    await expect(screen.getByText('Record: none')).toBeVisible()
  },
}

export const Accepted: Story = {
  play: async ({ userEvent }) => {
    const banner = within(await findBanner())
    banner.getByRole('button', { name: 'Accept all' }).focus()
    await userEvent.keyboard('{Enter}')
    await noBanner()
    await expect(screen.getByText('Kayako: allowed (category-granted)')).toBeVisible()
    await expect(screen.getByText('Record: functional granted')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
  },
}

export const Refused: Story = {
  play: async ({ userEvent }) => {
    await userEvent.click(within(await findBanner()).getByRole('button', { name: 'Reject all' }))
    await noBanner()
    await expect(screen.getByText('Kayako: not allowed (category-denied)')).toBeVisible()
    await expect(screen.getByText('Record: functional denied')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
  },
}

/** A site may offer to decide later; where the policy says so, that is neither a yes nor a no. */
export const ClosedWithoutDeciding: Story = {
  globals: { policy: 'eea' },
  render: () => (
    <ConsentBanner.Root>
      <ConsentBanner.Title />
      <ConsentBanner.Description />
      <div data-askfirst="actions">
        <ConsentBanner.Reject />
        <ConsentBanner.Accept />
        <DecideLater />
      </div>
    </ConsentBanner.Root>
  ),
  play: async ({ userEvent }) => {
    await userEvent.click(within(await findBanner()).getByRole('button', { name: 'Decide later' }))
    await noBanner()
    await expect(screen.getByText('Kayako: not allowed (undecided)')).toBeVisible()
    await expect(screen.getByText('Record: none')).toBeVisible()
  },
}

function DecideLater() {
  const { dismissBanner } = useConsent()
  return (
    <button type="button" onClick={dismissBanner}>
      Decide later
    </button>
  )
}

export const ReturningAfterYes: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'granted' } }) } },
  play: async () => {
    await expect(await screen.findByText('Kayako: allowed (category-granted)')).toBeVisible()
    await noBanner()
  },
}

export const ReturningAfterNo: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'denied' } }) } },
  play: async () => {
    await expect(await screen.findByText('Kayako: not allowed (category-denied)')).toBeVisible()
    await noBanner()
  },
}

/** A yes ends after six months; until it is given again, nothing runs. */
export const YesHasEnded: Story = {
  parameters: { askfirst: { record: recordOf({ categories: { functional: 'granted' }, daysAgo: 200 }) } },
  play: async () => {
    await findBanner()
    await expect(screen.getByText('Kayako: not allowed (expired)')).toBeVisible()
  },
}

/** Asked again about the new company alone; what was allowed before goes on working meanwhile. */
export const NewVendorSinceYes: Story = {
  parameters: {
    askfirst: { record: recordOf({ categories: { functional: 'granted' }, disclosed: ['kayako'] }) },
  },
  render: () => (
    <>
      <ConsentBanner />
      <GatedChat vendor="kayako" fallback={<a href="mailto:help@acme.example">Write to us</a>} />
    </>
  ),
  play: async () => {
    const banner = within(await findBanner())
    await expect(banner.getByText(/New since you decided: Kustomer\./)).toBeVisible()
    await expect(screen.getByText('Kayako: allowed (category-granted)')).toBeVisible()
    await expect(screen.getByText('Kustomer: not allowed (not-disclosed)')).toBeVisible()
    await expect(await screen.findByTitle(/stand-in for Kayako/, {}, { timeout: 5_000 })).toBeVisible()
  },
}

export const ManyVendors: Story = {
  parameters: { askfirst: { vendors: () => manyVendors(40) } },
  play: async ({ userEvent }) => {
    const banner = within(await findBanner())
    await expect(banner.getByText(/other companies \(40\)/)).toBeVisible()
    await userEvent.click(banner.getByRole('button', { name: 'Choose' }))
    const dialog = await screen.findByRole('dialog', { name: 'Privacy choices' })
    await waitFor(() => expect(dialog).toBeVisible())
    await expect(within(dialog).getByRole('searchbox', { name: 'Find a company' })).toBeVisible()
    await expect(screen.getByText('Record: none')).toBeInTheDocument()
  },
}

export const Narrow: Story = {
  globals: { viewport: { value: 'narrow' } },
  play: async () => {
    const banner = await findBanner()
    for (const button of within(banner).getAllByRole('button')) {
      await waitFor(() => fitsInWidth(button))
      await expect(button.offsetHeight).toBeGreaterThanOrEqual(44)
    }
    await fitsInWidth(banner)
    await expect(banner.offsetHeight).toBeLessThanOrEqual(window.innerHeight * 0.6 + 1)
  },
}

export const Dark: Story = {
  globals: { scheme: 'dark' },
  play: async () => {
    const { backgroundColor } = getComputedStyle(await findBanner())
    await expect(backgroundColor).not.toBe('rgb(255, 255, 255)')
  },
}

export const RightToLeft: Story = {
  globals: { locale: 'ar' },
  play: async () => {
    const banner = await findBanner('خيارات خصوصيتك')
    await expect(banner).toHaveAttribute('lang', 'ar')
    const no = within(banner).getByRole('button', { name: 'رفض الكل' }).getBoundingClientRect()
    const yes = within(banner).getByRole('button', { name: 'قبول الكل' }).getBoundingClientRect()
    await expect(no.left).toBeGreaterThan(yes.left)
  },
}

/** In a forced palette every button keeps a border of its own. */
export const ForcedColours: Story = {
  beforeEach: emulateForcedColours,
  play: async () => {
    for (const button of within(await findBanner()).getAllByRole('button')) {
      await expect(getComputedStyle(button).borderStyle).toBe('solid')
    }
  },
}

/** A design system's own banner, from the same parts: it stands in the page, with the site's own words. */
export const BuiltFromParts: Story = {
  render: () => (
    <ConsentBanner.Root
      aria-label="Before you chat with us"
      style={{ insetBlock: 'auto 0', maxInlineSize: 'none', insetInline: 0, borderRadius: 0 }}
    >
      <ConsentBanner.Title>Before you chat with us</ConsentBanner.Title>
      <ConsentBanner.Description>
        Our help desk is run by another company. You decide whether it loads.
      </ConsentBanner.Description>
      <div data-askfirst="actions">
        <ConsentBanner.Reject>Reject</ConsentBanner.Reject>
        <ConsentBanner.Accept>Accept</ConsentBanner.Accept>
        <ConsentBanner.Choose>More choices</ConsentBanner.Choose>
      </div>
    </ConsentBanner.Root>
  ),
  play: async ({ userEvent }) => {
    const banner = await findBanner('Before you chat with us')
    await userEvent.click(within(banner).getByRole('button', { name: 'Reject' }))
    await waitFor(() => expect(banner).not.toBeInTheDocument())
    await expect(screen.getByText('Record: functional denied')).toBeVisible()
  },
}

/** A site's own German, which could not be longer. */
const longLabels = {
  bannerTitle: 'Ihre Datenschutzeinstellungen',
  bannerText:
    'Dienste anderer Unternehmen ({count}) können Daten auf Ihrem Gerät speichern und Daten über Sie erhalten. Sie können Ihre Entscheidung jederzeit ändern.',
  acceptAll: 'Alle Dienste akzeptieren',
  rejectAll: 'Alle Dienste ablehnen',
  choose: 'Einzelne Datenschutzeinstellungen auswählen',
  preferences: 'Datenschutzeinstellungen',
}

/** No label is cut off, and neither answer has to be scrolled to. */
async function everyLabelFits(): Promise<void> {
  const banner = await findBanner('Ihre Datenschutzeinstellungen')
  for (const button of within(banner).getAllByRole('button')) await waitFor(() => fitsInWidth(button))
  const end = banner.getBoundingClientRect().bottom
  for (const answer of within(banner).getAllByRole('button', { name: /^Alle Dienste/ })) {
    await expect(answer.getBoundingClientRect().bottom).toBeLessThan(end)
  }
}

export const LongLabels: Story = {
  parameters: { askfirst: { messages: () => longLabels } },
  globals: { locale: 'de' },
  play: everyLabelFits,
}

export const LongLabelsNarrow: Story = {
  parameters: { askfirst: { messages: () => longLabels } },
  globals: { locale: 'de', viewport: { value: 'narrow' } },
  play: everyLabelFits,
}
