import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { assertNoViolation } from './strict-csp.ts'
import { assertPlayed } from './has-play.ts'
import { checkOtherSide } from './other-side.ts'

/** Only tested, not listed: shows that the checks after every story can fail. */
const meta = { title: 'Checks', tags: ['!dev', '!autodocs'], render: () => <></> } satisfies Meta

export default meta

type Story = StoryObj<typeof meta>

/** Adds something to the page while it is checked. */
async function found(element: HTMLElement): Promise<string> {
  document.querySelector('main')?.append(element)
  const result = await checkOtherSide({ config: { rules: [{ id: 'target-size', enabled: true }] } }).then(
    () => '',
    (error: Error) => error.message,
  )
  element.remove()
  return result
}

export const DarkFromTheRight: Story = {
  play: async () => {
    const { dir, style } = document.documentElement
    const faint = document.createElement('p')
    faint.textContent = 'Hard to read in the dark'
    faint.style.color = 'light-dark(#000, #444)'
    await expect(await found(faint)).toMatch(/color-contrast[^]*Hard to read/)

    // Buttons too small and too close, where writing goes from the right.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('div[dir=rtl] > button { inline-size: 9px; block-size: 9px; padding: 0; border: 0 }')
    document.adoptedStyleSheets.push(sheet)
    const buttons = ['A', 'B'].map((label) => Object.assign(document.createElement('button'), { textContent: label }))
    const crowded = document.createElement('div')
    crowded.dir = 'ltr'
    crowded.append(...buttons)
    await expect(await found(crowded)).toMatch(/target-size[^]*<button>A/)

    document.adoptedStyleSheets.pop()
    await expect(dir).toBe(document.documentElement.dir)
    await expect(style.colorScheme).toBe('light')
  },
}

export const NothingPressed: Story = {
  play: async () => {
    await expect(() => assertPlayed('an-id', undefined, document)).toThrow(/an-id has something to press \(<button/)
  },
}

export const AgainstThePolicy: Story = {
  play: async () => {
    const samples: string[] = []
    const keep = ({ sample }: SecurityPolicyViolationEvent): void => void samples.push(sample)
    addEventListener('securitypolicyviolation', keep)
    const page = document.createElement('div')
    document.body.append(page)
    page.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
    const text = '<b>'
    await expect(() => page.insertAdjacentHTML('beforeend', text)).toThrow(/TrustedHTML/)
    page.remove()
    await waitFor(() => expect(samples.join()).toMatch(/p \{ color[^]*<b>/))
    removeEventListener('securitypolicyviolation', keep)
    await expect(assertNoViolation).toThrow(/style-src-elem: inline p \{ color[^]*require-trusted-types-for/)
  },
}
