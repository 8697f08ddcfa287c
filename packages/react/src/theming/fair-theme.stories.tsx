import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, spyOn, waitFor } from 'storybook/test'
import { useLayoutEffect } from 'react'
import { ConsentBanner } from '../banner/index.tsx'
import { adoptStyles } from './adopt-styles.fixture.ts'
import { settled } from './seen.fixture.ts'

interface Themed {
  /** The site's own rules. */
  readonly css: string
  /** Of the button that refuses: each warning is given once, so every run has words of its own. */
  readonly refusal: string
}

function ThemedBanner({ css, refusal }: Themed) {
  useLayoutEffect(() => adoptStyles(css), [css])
  return (
    <ConsentBanner.Root>
      <ConsentBanner.Title />
      <ConsentBanner.Description />
      <div data-askfirst="actions">
        <ConsentBanner.Reject>{refusal}</ConsentBanner.Reject>
        <ConsentBanner.Accept />
        <ConsentBanner.Choose />
      </div>
    </ConsentBanner.Root>
  )
}

const meta = {
  title: 'Theming/Fair theme',
  component: ThemedBanner,
  args: { css: '', refusal: 'Reject all' },
} satisfies Meta<typeof ThemedBanner>

export default meta

type Story = StoryObj<typeof meta>

let run = 0

/** What the console was told about the banner of this run. */
function listen() {
  const warn = spyOn(console, 'warn').mockImplementation(() => undefined)
  return () => warn.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('in the banner'))
}

/** A theme that makes refusing the fainter way: the console says by how much, and under which rule. */
export const Unfair: Story = {
  args: {
    css: `
      [data-askfirst='reject'] {
        border-color: transparent; background: none; color: oklch(0.75 0 0); font-size: 12px; font-weight: 400;
      }
      [data-askfirst='banner-text'] { color: #999999 }`,
  },
  parameters: { a11y: { test: 'off' } },
  loaders: [() => ({ refusal: `Reject all (${++run})` })],
  render: (args, { loaded }) => <ThemedBanner {...args} refusal={loaded['refusal']} />,
  beforeEach: (context) => {
    context['said' as never] = listen() as never
  },
  play: async (context) => {
    const said = context['said' as never] as () => string[]
    await waitFor(() => expect(said()).toHaveLength(2), { timeout: 3_000 })
    const [weight, faint] = said()
    await expect(weight).toContain(`“Reject all (${run})” is harder to see than “Accept all”`)
    await expect(weight).toMatch(/fill contrast 1\.0:1 against 1\d\.\d:1/)
    await expect(weight).toMatch(/edge contrast 1\.0:1 against 1\d\.\d:1/)
    await expect(weight).toMatch(/text contrast 2\.\d:1 against 1\d\.\d:1/)
    await expect(weight).toContain('text size 12 px against 16 px; text weight 400 against 600')
    await expect(weight).toMatch(/EDPB.+CNIL.+Give both the same rule/)
    await expect(faint).toMatch(/“Services of other companies.+…” has 2\.85:1 of 4\.5:1 \(1\.4\.3\)/)
  },
}

/** A theme of its own that treats both alike: nothing is said, in any notation of colours. */
export const Fair: Story = {
  args: {
    css: `
      [data-askfirst='banner'] {
        --askfirst-background: oklch(0.98 0.02 250);
        --askfirst-foreground: oklch(0.25 0.05 260);
      }
      [data-askfirst='reject'], [data-askfirst='accept'] {
        border: 0; border-radius: 0; background: color(display-p3 0.2 0.2 0.6); color: white;
      }`,
  },
  beforeEach: (context) => {
    context['said' as never] = listen() as never
  },
  play: async (context) => {
    const said = context['said' as never] as () => string[]
    const { reportOn } = await import('../weight/report.ts')
    await waitFor(() => expect(document.querySelector('[data-askfirst=banner]')).toBeVisible())
    const banner = document.querySelector('[data-askfirst=banner]') ?? document.body
    await settled(banner)
    await expect(reportOn(banner)).toEqual([])
    await expect(said()).toEqual([])
  },
}
