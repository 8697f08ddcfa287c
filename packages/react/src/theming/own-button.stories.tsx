import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { ConsentBanner } from '../banner/index.tsx'
import { GatedChat } from '../chat/index.tsx'
import { Preferences } from '../preferences/index.tsx'
import { PreferencesTrigger } from '../preferences/trigger.tsx'
import { findPart, weightOf } from './seen.fixture.ts'

/** The button of a design system that knows nothing of us. */
const SystemButton = (props: ComponentProps<'button'>) => (
  <button
    {...props}
    style={{
      flex: 1,
      minBlockSize: '3rem',
      border: '2px solid #4c1d95',
      borderRadius: 0,
      background: '#4c1d95',
      color: '#ffffff',
      font: 'inherit',
      ...props.style,
    }}
  />
)

const SystemHeading = ({ children, ...props }: ComponentProps<'h3'>) => <h3 {...props}>{children}</h3>

const own = <SystemButton />

interface Watched {
  /** The site's own handler, which runs before ours. */
  readonly onPress: ComponentProps<'button'>['onClick']
}

const SystemPage = ({ onPress }: Watched) => (
  <>
    <ConsentBanner.Root render={<article />}>
      <ConsentBanner.Title render={<SystemHeading />}>Before you look around</ConsentBanner.Title>
      <ConsentBanner.Description />
      <div data-askfirst="actions">
        <ConsentBanner.Reject render={<SystemButton onClick={onPress} />} />
        <ConsentBanner.Accept render={own} />
        <ConsentBanner.Choose render={own} />
      </div>
    </ConsentBanner.Root>
    <GatedChat vendor="kayako" button={own} fallback={<a href="mailto:help@acme.example">Write to us</a>} />
    <PreferencesTrigger render={own} />
    <Preferences button={own} />
  </>
)

const meta = {
  title: 'Theming/Own button',
  component: SystemPage,
  args: { onPress: fn() },
  parameters: { askfirst: { preferences: false } },
} satisfies Meta<typeof SystemPage>

export default meta

type Story = StoryObj<typeof meta>

/** Every button is the site's, and does what ours does; the site's handler runs first and may keep ours from running. */
export const EveryButton: Story = {
  args: { onPress: fn((event) => event.preventDefault()) },
  play: async ({ args, userEvent }) => {
    const banner = await screen.findByRole('article', { name: 'Your privacy choices' })
    await waitFor(() => expect(banner).toBeVisible())
    const [no, yes] = [findPart('reject', banner), findPart('accept', banner)]
    await expect(weightOf(no)).toEqual(weightOf(yes))
    await expect(getComputedStyle(no).backgroundColor).toBe('rgb(76, 29, 149)')
    await expect(within(banner).getByRole('heading', { level: 3 })).toHaveTextContent('Before you look around')

    await userEvent.click(no)
    await expect(args.onPress).toHaveBeenCalledOnce()
    await expect(screen.getByText('Record: none')).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: 'Start chat' }))
    const question = await screen.findByRole('dialog', { name: 'Chat with us' })
    await waitFor(() => expect(question).toBeVisible())
    await expect(weightOf(findPart('not-now', question))).toEqual(weightOf(findPart('allow', question)))
    await userEvent.click(findPart('not-now', question))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Start chat' })).toHaveFocus())

    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const dialog = await screen.findByRole('dialog', { name: 'Privacy choices' })
    await expect(getComputedStyle(findPart('save', dialog)).backgroundColor).toBe('rgb(76, 29, 149)')
    await userEvent.click(findPart('reject', dialog))
    await waitFor(() => expect(screen.getByText('Record: functional denied')).toBeVisible())
  },
}
