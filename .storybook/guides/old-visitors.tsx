import { useState, type ReactNode } from 'react'
import type { StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { clearStorage } from '../leave-no-trace.ts'
import { Shop } from './moving.example.tsx'
import { unlessOnDocsPage } from './unless-on-docs-page.ts'

interface OldVisitorsProps {
  readonly refused: (cookies: string) => readonly string[]
  /** What the other banner has left in the browsers of these visitors. */
  readonly visitors: Readonly<Record<string, readonly string[]>>
}

/** The new shop, for visitors of the old one. */
export function OldVisitors({ refused, visitors }: OldVisitorsProps): ReactNode {
  const names = Object.keys(visitors)
  const [name, setName] = useState(() => arrive(names[0] ?? ''))
  function arrive(next: string): string {
    clearStorage()
    for (const cookie of visitors[next] ?? []) document.cookie = `${cookie}; path=/`
    return next
  }
  return (
    <>
      <label>
        What the visitor had said there:{' '}
        <select value={name} onChange={({ target }) => setName(arrive(target.value))}>
          {names.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Shop key={name} refused={refused} />
    </>
  )
}

type PlayContext = Parameters<NonNullable<StoryObj['play']>>[0]

const banner = () => screen.queryByRole('region', { name: 'Your privacy choices' })

/** Goes through the visitors: what is kept of their answers, and whether they are asked. */
export const visits = (expected: Readonly<Record<string, { readonly kept: string; readonly asked: boolean }>>) =>
  unlessOnDocsPage(async ({ userEvent }: Pick<PlayContext, 'userEvent'>) => {
    for (const [name, { kept, asked }] of Object.entries(expected)) {
      const said = await screen.findByRole<HTMLSelectElement>('combobox')
      if (said.value !== name) await userEvent.selectOptions(said, name)
      await waitFor(() => expect(/categories=([^&]*)/.exec(document.cookie)?.[1] ?? '').toBe(kept))
      await waitFor(() => expect(banner() !== null).toBe(asked))
    }
    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Privacy choices' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Allow none' }))
    await waitFor(() => expect(banner()).not.toBeInTheDocument())
  })
