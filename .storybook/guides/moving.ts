import { expect, screen, waitFor, within } from 'storybook/test'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

/** What another banner has left on this device. */
export const left =
  (...cookies: readonly string[]) =>
  () => {
    for (const cookie of cookies) document.cookie = `${cookie}; path=/`
  }

/** An old no holds: nobody is asked, and the preferences say so. */
export const isNotAsked = unlessOnDocsPage(async () => {
  await waitFor(() => expect(document.cookie).toContain('functional:denied'))
  await expect(screen.queryByRole('region', { name: 'Your privacy choices' })).not.toBeInTheDocument()
  screen.getByRole('button', { name: 'Privacy choices' }).click()
  const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
  await expect(dialog.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
})

/** An old yes was given to another list of companies. */
export const isAskedAgain = unlessOnDocsPage(async () => {
  const banner = await screen.findByRole('region', { name: 'Your privacy choices' })
  await expect(document.cookie).not.toContain('askfirst=')
  within(banner).getByRole('button', { name: 'Reject all' }).click()
  await waitFor(() => expect(banner).not.toBeInTheDocument())
})
