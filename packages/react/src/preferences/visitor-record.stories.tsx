import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, spyOn, userEvent as user, waitFor, within } from 'storybook/test'
import { createConsentStore, memoryStorage, serializeRecord, type ConsentStore } from '@askfirst/core'
import { createReceipt, type Receipt } from '@askfirst/core/receipt'
import { emulateForcedColours } from '../../../../.storybook/forced-colours.ts'
import { recordOf } from '../../../../.storybook/record-of.ts'
import { messengers } from '../../../../.storybook/vendors.ts'
import { openStores } from '../../../../.storybook/visit.tsx'
import { ConsentBanner } from '../banner/index.tsx'
import { Preferences } from './index.tsx'
import { PreferencesTrigger } from './trigger.tsx'

const meta = {
  title: 'Preferences/Your record',
  component: Preferences,
  args: {
    controller: { name: 'Acme Outdoor', address: '1 High Street, Bristol', contact: 'privacy@acme.example' },
    noticeUrl: 'https://acme.example/privacy',
  },
  parameters: { askfirst: { preferences: false } },
  render: (args) => (
    <>
      <ConsentBanner />
      <PreferencesTrigger />
      <Preferences {...args} />
    </>
  ),
} satisfies Meta<typeof Preferences>

export default meta

type Story = StoryObj<typeof meta>

const allowed = recordOf({ categories: { functional: 'granted' } })
const refused = recordOf({ categories: { functional: 'denied' } })

const trigger = (): HTMLElement => screen.getByRole('button', { name: 'Privacy choices' })

/** Opens the preferences, and the record in them. */
async function open(): Promise<ReturnType<typeof within>> {
  trigger().focus()
  await user.keyboard('{Enter}')
  const content = await screen.findByRole('dialog', { name: 'Privacy choices' }, { timeout: 5_000 })
  const dialog = within(content)
  await waitFor(() => expect(content).toBeVisible())
  await user.click(dialog.getByText('Your record'))
  await dialog.findByRole('button', { name: 'Bring back a copy' })
  return dialog
}

const isClosed = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

function theStore(): ConsentStore {
  const [store] = openStores
  if (!store) throw new Error('No store is open.')
  return store
}

/** Chooses a file, as the browser's own dialog would. */
async function choose(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('There is nothing to choose a file with.')
  await user.upload(input, new File([text], 'copy.json', { type: 'application/json' }))
}

/** The receipt of another visit to this site. */
function copyOf(record: typeof allowed): string {
  const store = createConsentStore({ vendors: messengers(), storage: memoryStorage(serializeRecord(record)) })
  store.refresh()
  return JSON.stringify(createReceipt(store))
}

export const NothingStored: Story = {
  play: async () => {
    const dialog = await open()
    await expect(dialog.getByText('Nothing about your choices is stored yet.')).toBeVisible()
    await expect(dialog.queryByRole('button', { name: 'Download a copy' })).not.toBeInTheDocument()
    await expect(dialog.queryByRole('button', { name: 'Forget my choices' })).not.toBeInTheDocument()
  },
}

export const AfterDecision: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  play: async () => {
    // As a site's own storage would have it, so that there is a place to name.
    localStorage.setItem('askfirst', serializeRecord(allowed))
    const dialog = await open()
    const until = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(allowed.time + 181 * 86_400_000)
    await expect(dialog.getByText(/, when this site asked$/)).toBeVisible()
    await expect(dialog.getByText(until)).toBeVisible()
    await expect(dialog.getByText('Strictest of all regions')).toBeVisible()
    await expect(dialog.getByText('askfirst')).toBeVisible()
    await expect(dialog.getByText('story')).toBeVisible()
    await expect(dialog.queryByText('until you change it')).not.toBeInTheDocument()
    for (const name of ['Download a copy', 'Bring back a copy', 'Forget my choices']) {
      await expect(dialog.getByRole('button', { name }).offsetHeight).toBeGreaterThanOrEqual(44)
    }
  },
}

export const AfterRefusal: Story = {
  parameters: { askfirst: { preferences: false, record: refused } },
  play: async () => {
    const dialog = await open()
    await expect(dialog.getByText('until you change it')).toBeVisible()
    await expect(dialog.queryByText('What you allowed lasts until')).not.toBeInTheDocument()
  },
}

/** The file is made on the page and handed to the browser; nothing is sent. */
export const Downloaded: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  play: async () => {
    const files: { readonly name: string; readonly text: Promise<string> }[] = []
    const click = spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, text: fetch(this.href).then((response) => response.text()) })
    })
    const dialog = await open()
    const button = dialog.getByRole('button', { name: 'Download a copy' })
    button.focus()
    await user.keyboard('{Enter}')
    click.mockRestore()
    await expect(files).toHaveLength(1)
    const [file] = files
    await expect(file?.name).toMatch(/^choices-[\w.]+-\d{4}-\d\d-\d\d\.json$/)
    await expect(await dialog.findByText(`Your browser was given the file ${file?.name}.`)).toHaveAttribute(
      'role',
      'status',
    )
    await expect(button).toHaveFocus()
    const receipt = JSON.parse((await file?.text) ?? '') as Receipt
    await expect(receipt.parties[0]?.party_name).toBe('Acme Outdoor')
    await expect(receipt.processing.privacy_notice.url).toBe('https://acme.example/privacy')
    await expect(receipt.askfirst.stored).toBe(serializeRecord(allowed))
  },
}

export const BroughtBack: Story = {
  parameters: { askfirst: { preferences: false, record: refused } },
  play: async () => {
    const dialog = await open()
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
    await choose(copyOf(allowed))
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(allowed.time)
    await expect(await dialog.findByText(`Your choices of ${day} are back.`)).toHaveAttribute('role', 'status')
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).toBeChecked()
    await expect(screen.getByText('Record: functional granted')).toBeInTheDocument()
    // Saving what came back does not undo it.
    await user.click(dialog.getByRole('button', { name: 'Save choices' }))
    await isClosed()
    await expect(screen.getByText('Kayako: allowed (category-granted)')).toBeVisible()
  },
}

export const UnreadableFile: Story = {
  parameters: { askfirst: { preferences: false, record: refused } },
  play: async () => {
    const dialog = await open()
    for (const text of ['a holiday picture', copyOf(allowed).replace('"given"', '"refused"')]) {
      await choose(text)
      const news = await dialog.findByText(/^This file is not an unaltered copy from this site\. Nothing has changed\./)
      await expect(news).toHaveAttribute('role', 'status')
      await expect(screen.getByText('Record: functional denied')).toBeInTheDocument()
    }
    // The same button takes another file after that.
    await choose(copyOf(allowed))
    await dialog.findByText(/are back\.$/)
  },
}

/** By keyboard: the dialog closes, the focus is where it was, and the site asks again. */
export const Forgotten: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  play: async () => {
    await expect(await screen.findByText('Kayako: allowed (category-granted)')).toBeVisible()
    await expect(screen.queryByRole('region', { name: 'Your privacy choices' })).not.toBeInTheDocument()
    const dialog = await open()
    dialog.getByRole('button', { name: 'Forget my choices' }).focus()
    await user.keyboard('{Enter}')
    await isClosed()
    await expect(await screen.findByText('Your choices are forgotten.')).toHaveAttribute('role', 'status')
    await waitFor(() => expect(trigger()).toHaveFocus())
    await waitFor(() => expect(screen.getByRole('region', { name: 'Your privacy choices' })).toBeVisible())
    await expect(screen.getByText('Kayako: not allowed (undecided)')).toBeVisible()
    await expect(screen.getByText('Record: none')).toBeVisible()
    await expect(theStore().storage.read()).toBeNull()

    // What was said is said once.
    await open()
    await user.keyboard('{Escape}')
    await isClosed()
    await expect(screen.queryByText('Your choices are forgotten.')).not.toBeInTheDocument()
  },
}

/** Where the banner covers the button that had the focus, the focus does not stay under it. */
export const ForgottenUnderTheBanner: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  globals: { viewport: { value: 'narrow' } },
  render: (args) => (
    <>
      <ConsentBanner />
      <PreferencesTrigger floating />
      <Preferences {...args} />
    </>
  ),
  play: async () => {
    const dialog = await open()
    await user.click(dialog.getByRole('button', { name: 'Forget my choices' }))
    await isClosed()
    await waitFor(() => expect(screen.getByRole('region', { name: 'Your privacy choices' })).toBeVisible())
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
  },
}

export const CannotBeRemoved: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  play: async () => {
    const dialog = await open()
    const write = spyOn(theStore().storage, 'write').mockReturnValue()
    await user.click(dialog.getByRole('button', { name: 'Forget my choices' }))
    await expect(await dialog.findByText(/^Your choices are forgotten on this page, but/)).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
    await expect(dialog.queryByText('Nothing about your choices is stored yet.')).not.toBeInTheDocument()
    await expect(screen.getByText('Kayako: not allowed (undecided)')).toBeInTheDocument()
    write.mockRestore()
    // It can be tried again.
    await user.click(dialog.getByRole('button', { name: 'Forget my choices' }))
    await isClosed()
    await expect(theStore().storage.read()).toBeNull()
  },
}

/** Something is stored that may be a refusal: it grants nothing, and it can be removed. */
export const UnreadableRecord: Story = {
  play: async () => {
    theStore().storage.write('v=1&sum=0')
    theStore().refresh()
    const dialog = await open()
    await expect(dialog.getByText(/^Something is stored that cannot be read/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Forget my choices' }))
    await isClosed()
    await expect(theStore().storage.read()).toBeNull()
  },
}

export const OnlyThisTime: Story = {
  play: async () => {
    theStore().grantVendor('kayako', { onlyThisTime: true })
    const dialog = await open()
    await expect(dialog.getByText('Until this visit ends: Kayako.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Forget my choices' })).toBeVisible()
    await expect(dialog.queryByRole('button', { name: 'Download a copy' })).not.toBeInTheDocument()
  },
}

export const Narrow: Story = {
  ...AfterDecision,
  globals: { viewport: { value: 'narrow' } },
  play: async (context) => {
    await AfterDecision.play?.(context)
    const content = screen.getByRole('dialog')
    await expect(content.scrollWidth).toBeLessThanOrEqual(content.clientWidth)
    await choose('a holiday picture')
    const news = await within(content).findByText(/^This file is not/)
    // What is said is in view, above the buttons that stay there.
    const { top } = within(content).getByRole('button', { name: 'Allow none' }).getBoundingClientRect()
    await waitFor(() => expect(news.getBoundingClientRect().bottom).toBeLessThanOrEqual(top))
    await expect(news.getBoundingClientRect().top).toBeGreaterThanOrEqual(content.getBoundingClientRect().top)
    await expect(content.scrollWidth).toBeLessThanOrEqual(content.clientWidth)
  },
}

export const Dark: Story = { ...AfterDecision, globals: { scheme: 'dark' } }

export const ForcedColours: Story = {
  ...UnreadableFile,
  beforeEach: emulateForcedColours,
  play: async (context) => {
    await UnreadableFile.play?.(context)
    const status = document.querySelector('[data-askfirst="record-status"]')
    await expect(status && getComputedStyle(status).borderStyle).toBe('solid')
  },
}

export const German: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  globals: { locale: 'de', viewport: { value: 'narrow' } },
  play: async () => {
    await user.click(screen.getByRole('button', { name: 'Datenschutzeinstellungen' }))
    const content = await screen.findByRole('dialog')
    await user.click(within(content).getByText('Was über Ihre Auswahl gespeichert ist'))
    await within(content).findByRole('button', { name: 'Meine Auswahl vergessen' })
    await expect(content.scrollWidth).toBeLessThanOrEqual(content.clientWidth)
  },
}

export const RightToLeft: Story = {
  parameters: { askfirst: { preferences: false, record: allowed } },
  globals: { locale: 'ar' },
  play: async () => {
    await user.click(screen.getByRole('button', { name: 'خيارات الخصوصية' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByText('سجلّ خياراتك'))
    const save = (await dialog.findByRole('button', { name: 'تنزيل نسخة' })).getBoundingClientRect()
    const forget = dialog.getByRole('button', { name: 'نسيان خياراتي' }).getBoundingClientRect()
    await expect(forget.right).toBeLessThan(save.left)
  },
}
