import type { Meta, StoryObj } from '@storybook/react-vite'
import { LoadFailure, type FrameVendor } from '@askfirst/core/runtime'
import { standInHosts } from '@askfirst/testing'
import { expect, screen, waitFor, within } from 'storybook/test'
import { recordOf } from '../../../../.storybook/record-of.ts'
import { filmStandIn } from '../../../../.storybook/vendors.ts'
import { GatedFrame } from './index.tsx'

const title = 'How a leaf opens'
const src = `${standInHosts.film(location.origin).embed}/leaf`

const of = (...vendors: readonly FrameVendor[]) => ({ vendors: () => vendors })

const meta = {
  title: 'Gated frame',
  component: GatedFrame,
  args: {
    vendor: 'youtube',
    src,
    title,
    fallback: <a href="https://www.youtube.com/watch?v=leaf">Watch it on YouTube</a>,
  },
  parameters: { askfirst: of(filmStandIn()) },
} satisfies Meta<typeof GatedFrame>

export default meta

type Story = StoryObj<typeof meta>
type User = Parameters<NonNullable<Story['play']>>[0]['userEvent']

const trigger = (): Promise<HTMLElement> => screen.findByRole('button', { name: `Show “${title}”` })
const group = (): HTMLElement => screen.getByRole('group', { name: title })
const film = (): Promise<HTMLIFrameElement> => screen.findByTitle<HTMLIFrameElement>(title, {}, { timeout: 5_000 })
const says = (text: string): Promise<HTMLElement> => screen.findByText(`YouTube: ${text}`)

async function ask(user: User): Promise<HTMLElement> {
  await user.click(await trigger())
  const question = await screen.findByRole('dialog', { name: title })
  await waitFor(() => expect(question).toBeVisible())
  return question
}

const answer = async (user: User, name: string): Promise<void> =>
  user.click(within(await ask(user)).getByRole('button', { name }))

async function withdraw(user: User): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Privacy choices' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
  await user.click(dialog.getByRole('button', { name: 'Allow none' }))
}

const requests = (): readonly string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/stand-in/film') ? [name] : []))

/** Nothing of the vendor is on the page, nor was anything asked for. */
async function wasNeverAskedFor(): Promise<void> {
  await expect(document.querySelector('iframe, link[rel=preconnect], [src*="/stand-in/film"]')).toBeNull()
  await expect(requests()).toEqual([])
}

const sizeOf = (element: Element): readonly number[] => {
  const { width, height } = element.getBoundingClientRect()
  return [Math.round(width), Math.round(height)]
}

export const NotAsked: Story = {
  play: async ({ userEvent }) => {
    const button = await trigger()
    await expect(button).toHaveAttribute('aria-haspopup', 'dialog')
    await userEvent.hover(button)
    button.focus()
    await expect(within(group()).getByText('YouTube')).toBeVisible()
    await expect(within(group()).getByRole('link', { name: 'Watch it on YouTube' })).toBeVisible()
    await says('not allowed (undecided)')
    await wasNeverAskedFor()
  },
}

export const Asking: Story = {
  play: async ({ userEvent }) => {
    const question = await ask(userEvent)
    await waitFor(() => expect(question).toHaveFocus())
    const shown = within(question)
    await expect(shown.getByText('Google provides this. It loads only if you allow it.')).toBeVisible()
    await expect(shown.getByText(/It receives how you use the page/)).toBeVisible()
    await expect(shown.getByText(/It keeps on this device/)).toBeVisible()
    for (const name of ['Not now', 'Allow YouTube', 'Only this time', 'Privacy choices']) {
      await expect(shown.getByRole('button', { name })).toBeVisible()
    }
    await expect(question).not.toHaveTextContent(/cookie/i)
    await expect(screen.getByRole('link', { name: 'Watch it on YouTube' })).toBeVisible()
    await wasNeverAskedFor()
  },
}

export const AskingOnRequest: Story = {
  parameters: { askfirst: { gates: { youtube: 'on-request' } } },
  play: async ({ userEvent }) => {
    const question = within(await ask(userEvent))
    await expect(question.queryByRole('button', { name: 'Allow YouTube' })).not.toBeInTheDocument()
    await userEvent.click(question.getByRole('button', { name: 'Only this time' }))
    await film()
    await says('allowed (session)')
  },
}

export const NotNow: Story = {
  play: async ({ userEvent }) => {
    await answer(userEvent, 'Not now')
    await waitFor(async () => expect(await trigger()).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: title })
    await userEvent.keyboard('{Escape}')
    await waitFor(async () => expect(await trigger()).toHaveFocus())
    await expect(screen.getByText('Record: none')).toBeVisible()
    await wasNeverAskedFor()
  },
}

export const Allowed: Story = {
  args: { sandbox: 'allow-scripts allow-same-origin', allow: 'fullscreen', referrerPolicy: 'no-referrer' },
  play: async ({ userEvent }) => {
    const before = sizeOf(await trigger().then((button) => button.parentElement ?? button))
    await answer(userEvent, 'Allow YouTube')
    const frame = await film()
    await waitFor(() => expect(frame).toHaveFocus())
    await expect(sizeOf(frame)).toEqual(before)
    await expect(frame).toHaveAttribute('src', src)
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin')
    await expect(frame).toHaveAttribute('allow', 'fullscreen')
    await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer')
    await expect(frame).toHaveAttribute('loading', 'lazy')
    await says('allowed (vendor-granted)')
    await expect(screen.getByText('Record: youtube granted')).toBeVisible()
    await expect(screen.getByRole('link', { name: 'Watch it on YouTube' })).toBeVisible()
  },
}

export const OnlyThisTime: Story = {
  play: async ({ userEvent }) => {
    await answer(userEvent, 'Only this time')
    await film()
    await says('allowed (session)')
    await expect(screen.getByText('Record: none')).toBeVisible()
  },
}

const accepted = recordOf({ categories: { functional: 'granted' }, disclosed: ['youtube'] })

export const AcceptedBefore: Story = {
  parameters: { askfirst: { record: accepted } },
  play: async () => {
    await expect(await film()).not.toHaveFocus()
    await says('allowed (category-granted)')
  },
}

/** Allowed, and still not loaded before the visitor wants it: `load: 'click'`. */
export const OnClick: Story = {
  parameters: { askfirst: { ...of({ ...filmStandIn(), load: 'click' }), record: accepted } },
  play: async ({ userEvent }) => {
    await says('allowed (category-granted)')
    const button = await trigger()
    await expect(button).not.toHaveAttribute('aria-haspopup')
    await wasNeverAskedFor()
    await userEvent.click(button)
    const frame = await film()
    await waitFor(() => expect(frame).toHaveFocus())
  },
}

export const Withdrawn: Story = {
  play: async ({ userEvent }) => {
    localStorage.setItem('PREF', 'a key of the shop')
    await answer(userEvent, 'Allow YouTube')
    await film()
    await withdraw(userEvent)
    await expect(document.querySelector('iframe')).toBeNull()
    const words = 'YouTube has been removed from this page. What it keeps on its own site, this page cannot delete.'
    await waitFor(() => expect(screen.getByText(words)).toBeVisible(), { timeout: 5_000 })
    await expect(screen.getByText(words)).toHaveRole('status')
    await trigger()
    await says('not allowed (category-denied)')
    await expect(localStorage.getItem('PREF')).toBe('a key of the shop')
  },
}

export const TwoOfOneVendor: Story = {
  render: (args) => (
    <>
      <GatedFrame {...args} />
      <GatedFrame {...args} src={`${src}/2`} title="How to repot" />
    </>
  ),
  play: async ({ userEvent }) => {
    await answer(userEvent, 'Allow YouTube')
    const frame = await film()
    await screen.findByTitle('How to repot')
    await waitFor(() => expect(frame).toHaveFocus())
    await withdraw(userEvent)
    await waitFor(() => expect(screen.getAllByText(/has been removed from this page/)).toHaveLength(2), {
      timeout: 5_000,
    })
    const announced = screen.getAllByRole('status').filter((status) => status.textContent?.includes('removed'))
    await expect(announced).toHaveLength(1)
  },
}

/** The first try fails, as where a part of our own did not come. */
function failsOnce(): FrameVendor {
  const vendor = filmStandIn()
  let tries = 0
  return {
    ...vendor,
    mount: (page) => (tries++ > 0 ? vendor.mount(page) : Promise.reject(new LoadFailure('blocked', 'No part came'))),
  }
}

export const Failed: Story = {
  parameters: { askfirst: { vendors: () => [failsOnce()] } },
  play: async ({ userEvent }) => {
    await answer(userEvent, 'Allow YouTube')
    const alert = await screen.findByRole('alert', {}, { timeout: 5_000 })
    await waitFor(() => expect(alert.parentElement).toHaveFocus())
    await expect(alert).toHaveTextContent(/^YouTube did not load\./)
    await userEvent.keyboard('{Escape}')
    await waitFor(async () => expect(await trigger()).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    const frame = await film()
    await waitFor(() => expect(frame).toHaveFocus())
  },
}

/** The policy of the page of all stories cannot be changed: this is what a browser reports of one. */
export const RefusedByPolicy: Story = {
  play: async ({ userEvent }) => {
    await answer(userEvent, 'Allow YouTube')
    await film()
    const report = { disposition: 'enforce', effectiveDirective: 'frame-src', blockedURI: src }
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), report))
    const alert = await screen.findByRole('alert')
    await expect(alert).toHaveTextContent(/the settings of this site blocks it/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await film()
    await expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  },
}

export const OwnShape: Story = {
  args: { aspectRatio: 1, children: 'Play the film' },
  play: async ({ canvasElement }) => {
    await screen.findByRole('button', { name: 'Play the film' })
    const [width, height] = sizeOf(canvasElement.querySelector('[data-askfirst="frame-place"]') ?? canvasElement)
    await expect(height).toBe(width)
  },
}

export const FixedSize: Story = {
  args: { width: 420, height: 300 },
  play: async ({ userEvent, canvasElement }) => {
    await trigger()
    const place = canvasElement.querySelector('[data-askfirst="frame-place"]') ?? canvasElement
    await expect(sizeOf(place)).toEqual([420, 300])
    await answer(userEvent, 'Only this time')
    await expect(sizeOf(await film())).toEqual([420, 300])
  },
}

export const Narrow: Story = {
  globals: { viewport: { value: 'narrow' } },
  args: { width: 560, height: 315 },
  play: async ({ userEvent }) => {
    const question = await ask(userEvent)
    await expect(question.scrollWidth).toBeLessThanOrEqual(question.clientWidth)
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth)
    await userEvent.click(within(question).getByRole('button', { name: 'Allow YouTube' }))
    const [width = 0] = sizeOf(await film())
    await expect(width).toBeLessThan(320)
  },
}

export const Dark: Story = {
  globals: { scheme: 'dark' },
  play: async ({ userEvent }) => {
    await expect(getComputedStyle(await ask(userEvent)).backgroundColor).not.toBe('rgb(255, 255, 255)')
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: `عرض «${title}»` }))
    const question = await screen.findByRole('dialog', { name: title }, { timeout: 5_000 })
    await waitFor(() => expect(question).toBeVisible())
    await expect(getComputedStyle(question).direction).toBe('rtl')
    await userEvent.click(within(question).getByRole('button', { name: /YouTube$/ }))
    await film()
  },
}
