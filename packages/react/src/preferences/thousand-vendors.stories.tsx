import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { manyVendors } from '../../../../.storybook/vendors.ts'
import { Preferences } from './index.tsx'

const meta = {
  title: 'Preferences',
  component: Preferences,
  render: () => <></>,
} satisfies Meta<typeof Preferences>

export default meta

type Story = StoryObj<typeof meta>

/** Searched rather than read, by keyboard alone; what is ticked meanwhile stays ticked. */
export const ThousandVendors: Story = {
  parameters: { askfirst: { vendors: () => manyVendors(1_000) } },
  play: async ({ userEvent }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const content = await screen.findByRole('dialog', { name: 'Privacy choices' })
    const dialog = within(content)
    const analytics = content.querySelector<HTMLElement>('[data-category="analytics"] summary')
    await expect(dialog.queryAllByRole('listitem')).toHaveLength(0)
    analytics?.click()
    // Every row is there, for whoever hears how many there are, or looks for a word on the page.
    await waitFor(() => expect(content.querySelectorAll('li')).toHaveLength(334))
    analytics?.click()

    const search = dialog.getByRole('searchbox', { name: 'Find a company' })
    search.focus()
    await userEvent.keyboard('COMPÁNY 991')
    await expect(await dialog.findByText('Companies found: 1')).toHaveAttribute('role', 'status')
    const company = dialog.getByLabelText('Company 991')
    await expect(company).toBeVisible()
    await expect(search).toHaveFocus()
    await userEvent.tab() // the category
    await userEvent.tab() // its list
    await userEvent.tab()
    await expect(company).toHaveFocus()
    await userEvent.keyboard(' ')
    await expect(company).toBeChecked()
    await expect(company).toHaveFocus()
    await expect(analytics).toHaveTextContent('1 of 334 allowed')

    search.focus()
    await userEvent.keyboard('x')
    await expect(await dialog.findByText('No company of that name.')).toHaveAttribute('role', 'status')
    await userEvent.keyboard('{Escape}')
    await expect(search).toHaveValue('')
    await expect(search).toHaveFocus()
    await waitFor(() => expect(dialog.queryByRole('status')).toBeEmptyDOMElement())
    await expect(content.querySelectorAll('li')).toHaveLength(0)
    await expect(content.querySelector('[data-category="analytics"] summary')).toHaveTextContent('1 of 334 allowed')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(content).not.toBeInTheDocument())
  },
}
