import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { expect, screen, waitFor } from 'storybook/test'
import { ConsentBanner } from '../banner/index.tsx'
import { GatedChat } from '../chat/index.tsx'
import { reportOn } from '../weight/report.ts'
import { adoptStyles } from './adopt-styles.fixture.ts'
import css from './tailwind.fixture.css?inline'
import { findPart, settled, weightOf } from './seen.fixture.ts'

/** Yes and no are one component without a variant: there is nothing to make them differ by. */
const AnswerButton = (props: ComponentProps<'button'>) => (
  <button
    {...props}
    className="min-h-12 rounded-full bg-indigo-700 px-4 font-semibold text-white hover:bg-indigo-800"
  />
)

const TailwindPage = () => (
  <>
    <ConsentBanner.Root className="rounded-3xl border-indigo-200 bg-indigo-50 p-6 text-indigo-950">
      <ConsentBanner.Title className="text-lg font-bold" />
      <ConsentBanner.Description className="text-sm" />
      <div data-askfirst="actions" className="bg-transparent">
        <ConsentBanner.Reject render={<AnswerButton />} />
        <ConsentBanner.Accept render={<AnswerButton />} />
        <ConsentBanner.Choose className="rounded-full" />
      </div>
    </ConsentBanner.Root>
    <GatedChat
      vendor="kayako"
      button={<AnswerButton />}
      fallback={<a href="mailto:help@acme.example">Write to us</a>}
    />
  </>
)

const meta = {
  title: 'Theming/Tailwind',
  component: TailwindPage,
  beforeEach: () => adoptStyles(css),
} satisfies Meta<typeof TailwindPage>

export default meta

type Story = StoryObj<typeof meta>

/** Utilities win over our layer, our layer over Tailwind's reset, and yes weighs as much as no. */
export const Utilities: Story = {
  play: async ({ userEvent }) => {
    const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
    await waitFor(() => expect(banner).toBeVisible())
    await expect(getComputedStyle(banner).borderRadius).toBe('24px')
    await expect(getComputedStyle(banner).backgroundColor).toMatch(/^oklch\(0\.96/)
    const [no, yes, choose] = [findPart('reject'), findPart('accept'), findPart('choose')]
    await expect(weightOf(no)).toEqual(weightOf(yes))
    await expect(getComputedStyle(no).borderRadius).not.toBe('8px')
    // Where there is no utility, ours holds against the reset, which takes borders and paddings away.
    await expect(getComputedStyle(choose).borderWidth).toBe('2px')
    await expect(getComputedStyle(choose).fontWeight).toBe('600')
    await settled(banner)
    await expect(reportOn(banner)).toEqual([])

    await userEvent.click(screen.getByRole('button', { name: 'Start chat' }))
    const question = await screen.findByRole('dialog', { name: 'Chat with us' })
    await waitFor(() => expect(question).toBeVisible())
    await settled(question)
    await expect(weightOf(findPart('not-now', question))).toEqual(weightOf(findPart('allow', question)))
    await expect(reportOn(question)).toEqual([])
  },
}
