import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor } from 'storybook/test'
import { ConsentBanner } from '../banner/index.tsx'
import { reportOn } from '../weight/report.ts'
import brand from './brand.fixture.module.css'
import { findPart, settled, weightOf } from './seen.fixture.ts'

const BrandedBanner = () => (
  <ConsentBanner.Root className={brand['brand']}>
    <ConsentBanner.Title />
    <ConsentBanner.Description />
    <div data-askfirst="actions">
      <ConsentBanner.Reject className={brand['answer']} />
      <ConsentBanner.Accept className={brand['answer']} />
      <ConsentBanner.Choose className={brand['answer']} />
    </div>
  </ConsentBanner.Root>
)

const meta = {
  title: 'Theming/CSS Modules',
  component: BrandedBanner,
} satisfies Meta<typeof BrandedBanner>

export default meta

type Story = StoryObj<typeof meta>

/** A class of the site's sets our properties, and wins over our layer. */
export const Properties: Story = {
  play: async () => {
    const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
    await waitFor(() => expect(banner).toBeVisible())
    const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(banner)
    await expect([backgroundColor, borderRadius]).toEqual(['rgb(255, 247, 237)', '0px'])
    await expect(fontFamily).toContain('Georgia')
    const [no, yes] = [findPart('reject'), findPart('accept')]
    await expect(getComputedStyle(no).textTransform).toBe('uppercase')
    await expect(getComputedStyle(no).backgroundColor).toBe('rgb(154, 52, 18)')
    await expect(weightOf(no)).toEqual(weightOf(yes))
    await settled(banner)
    await expect(reportOn(banner)).toEqual([])
  },
}
