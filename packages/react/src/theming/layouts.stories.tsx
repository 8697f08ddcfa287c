import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor } from 'storybook/test'
import { ConsentBanner } from '../banner/index.tsx'
import { GatedChat } from '../chat/index.tsx'
import { PreferencesTrigger } from '../preferences/trigger.tsx'
import { boundsOf, findPart, inOrder, overlap, settled, weightOf } from './seen.fixture.ts'

interface Placed {
  readonly layout: 'bar' | 'box' | 'corner'
  readonly edge: 'top' | 'bottom'
  readonly side: 'left' | 'right'
  readonly chat: 'left' | 'right'
}

const Placing = ({ layout, edge, side, chat }: Placed) => (
  <>
    {Array.from({ length: 30 }, (_, place) => (
      <p key={place}>Order {place + 1}: your parcel has left our warehouse, and arrives within three working days.</p>
    ))}
    <ConsentBanner data-layout={layout} data-edge={edge} data-side={side} />
    <GatedChat vendor="kayako" side={chat} fallback={<a href="mailto:help@acme.example">Write to us</a>} />
    <PreferencesTrigger floating />
  </>
)

const choice = (...options: readonly string[]) => ({ control: 'inline-radio', options }) as const

const meta = {
  title: 'Theming/Layouts',
  component: Placing,
  args: { layout: 'box', edge: 'bottom', side: 'left', chat: 'right' },
  argTypes: {
    layout: choice('bar', 'box', 'corner'),
    edge: choice('top', 'bottom'),
    side: choice('left', 'right'),
    chat: choice('left', 'right'),
  },
  parameters: { askfirst: { preferences: false } },
} satisfies Meta<typeof Placing>

export default meta

type Story = StoryObj<typeof meta>

const layouts = ['bar', 'box', 'corner'] as const
const edges = ['top', 'bottom'] as const
const sides = ['left', 'right'] as const

/** What holds wherever the banner stands, at the top of the page and further down. */
async function standsWell(banner: HTMLElement, edge: Placed['edge']): Promise<void> {
  const root = document.documentElement
  const parts = ['banner-title', 'banner-text', 'reject', 'accept', 'choose'].map((name) => findPart(name, banner))
  await waitFor(() => expect(root.style.getPropertyValue('--askfirst-banner-height')).toBe(`${banner.clientHeight}px`))
  const bounds = boundsOf(banner)
  await expect(bounds.left).toBeGreaterThanOrEqual(0)
  await expect(bounds.right).toBeLessThanOrEqual(root.clientWidth)
  await expect(bounds.top).toBeGreaterThanOrEqual(0)
  await expect(bounds.bottom).toBeLessThanOrEqual(window.innerHeight)
  await expect(inOrder(parts)).toBe(true)
  await expect(weightOf(findPart('reject', banner))).toEqual(weightOf(findPart('accept', banner)))
  const padding = getComputedStyle(root)
  const reserved = edge === 'top' ? padding.scrollPaddingBlockStart : padding.scrollPaddingBlockEnd
  // As `min(…px, 70%)`: a window has to have some room left.
  const [, length] = /([\d.]+)px/.exec(reserved) ?? []
  await expect(Number(length)).toBeGreaterThanOrEqual(banner.clientHeight)
  await expect(overlap(banner, findPart('chat-trigger'))).toBe(false)
  if (edge === 'bottom') return
  // Nothing of the page is under it, and it follows the page.
  await expect(boundsOf(screen.getByText('Acme Outdoor')).top).toBeGreaterThanOrEqual(bounds.bottom)
  window.scrollTo({ top: window.innerHeight, behavior: 'instant' })
  await waitFor(() => expect(boundsOf(screen.getByText('Acme Outdoor')).bottom).toBeLessThan(0))
  await expect(boundsOf(banner).top).toBeGreaterThanOrEqual(0)
  await expect(boundsOf(banner).bottom).toBeLessThan(window.innerHeight)
  window.scrollTo({ top: 0, behavior: 'instant' })
}

async function everyLayout(): Promise<void> {
  const banner = findPart('banner')
  await settled(banner)
  for (const layout of layouts)
    for (const edge of edges) {
      Object.assign(banner.dataset, { layout, edge })
      await standsWell(banner, edge)
    }
}

/** Bar, box and corner, at the top and at the bottom. */
export const EveryLayout: Story = {
  play: async ({ userEvent, step }) => {
    await waitFor(() => expect(document.querySelector('[data-askfirst=banner]')).not.toBeNull())
    const banner = findPart('banner')
    await step('every layout at both edges', everyLayout)

    await step('each corner, and the chat in the other one or above', async () => {
      const chat = findPart('chat')
      Object.assign(banner.dataset, { layout: 'corner', edge: 'bottom' })
      for (const side of sides)
        for (const other of sides) {
          banner.dataset['side'] = side
          chat.dataset['side'] = other
          const bounds = boundsOf(banner)
          const { clientWidth } = document.documentElement
          await expect(side === 'left' ? bounds.left : clientWidth - bounds.right).toBe(16)
          banner.dataset['edge'] = 'top'
          await expect(side === 'left' ? boundsOf(banner).left : clientWidth - boundsOf(banner).right).toBe(16)
          banner.dataset['edge'] = 'bottom'
          const button = boundsOf(findPart('chat-trigger'))
          await expect(Math.round(other === 'left' ? button.left : clientWidth - button.right)).toBe(16)
          await waitFor(() => expect(overlap(banner, findPart('chat-trigger'))).toBe(false))
          await expect(overlap(findPart('chat-trigger'), findPart('preferences-trigger'))).toBe(false)
        }
    })

    await step('a bar has its answers beside the text, and is still read and reached in order', async () => {
      Object.assign(banner.dataset, { layout: 'bar', edge: 'bottom' })
      const [text, no] = [findPart('banner-text'), findPart('reject')]
      await expect(boundsOf(no).left).toBeGreaterThanOrEqual(boundsOf(text).right)
      await expect(boundsOf(banner).left).toBe(0)
      await expect(boundsOf(banner).bottom).toBe(window.innerHeight)
      for (const name of ['reject', 'accept', 'choose']) {
        await userEvent.tab()
        await expect(findPart(name)).toHaveFocus()
      }
    })
  },
}

/** On a phone, and from right to left. */
export const EveryLayoutNarrow: Story = {
  globals: { viewport: { value: 'narrow' }, locale: 'ar' },
  play: async () => {
    await waitFor(() => expect(document.querySelector('[data-askfirst=banner]')).not.toBeNull())
    await everyLayout()
  },
}
