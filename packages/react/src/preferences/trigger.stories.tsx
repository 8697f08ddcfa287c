import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen } from 'storybook/test'
import { Preferences } from './index.tsx'
import { PreferencesTrigger } from './trigger.tsx'

const meta = {
  title: 'Preferences/Trigger',
  component: PreferencesTrigger,
} satisfies Meta<typeof PreferencesTrigger>

export default meta

type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

const opensThePreferences: Play = async ({ userEvent }) => {
  const trigger = screen.getByRole('button', { name: 'Privacy choices' })
  await expect(trigger.offsetHeight).toBeGreaterThanOrEqual(44)
  trigger.focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: 'Privacy choices' })
  await userEvent.keyboard('{Escape}')
  await expect(trigger).toHaveFocus()
}

export const InFooter: Story = {
  render: () => <></>,
  play: opensThePreferences,
}

export const Floating: Story = {
  args: { floating: true },
  parameters: { askfirst: { preferences: false } },
  render: (args) => (
    <>
      <PreferencesTrigger {...args} />
      <Preferences />
    </>
  ),
  play: async (context) => {
    const { left, bottom } = screen.getByRole('button', { name: 'Privacy choices' }).getBoundingClientRect()
    await expect(left).toBeLessThan(40)
    await expect(window.innerHeight - bottom).toBeLessThan(40)
    await opensThePreferences(context)
  },
}
