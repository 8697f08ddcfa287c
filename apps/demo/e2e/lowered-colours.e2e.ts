import { mkdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { bundle } from '../../../scripts/bundle.mjs'

// Vite lowers `light-dark()` for older browsers, unless it is told not to.

const light = 'rgb(255, 255, 255)'
const dark = 'rgb(27, 29, 34)'

test('a default build of Vite keeps our colours, whatever the page says of its scheme', async ({ page }, {
  outputDir,
}) => {
  mkdirSync(outputDir, { recursive: true })
  const chunks = await bundle(outputDir, "import '@askfirst/react/styles.css'")
  const css = String(chunks.find(({ fileName }) => fileName.endsWith('.css'))?.content)
  expect(css, 'it is lowered').not.toContain('light-dark(')
  const backgroundOf = async (html: string, ofPage: string): Promise<string> => {
    await page.setContent(`<html ${html}><style>${css}</style><style>${ofPage}</style><aside data-askfirst="banner">`)
    return page.locator('aside').evaluate((banner) => getComputedStyle(banner).backgroundColor)
  }
  // What the same build makes of `:root { color-scheme: dark }`.
  const darkPage = ':root { --lightningcss-light: ; --lightningcss-dark: initial; color-scheme: dark }'
  expect(await backgroundOf('', '')).toBe(light)
  expect(await backgroundOf('', darkPage)).toBe(dark)
  expect(await backgroundOf('data-askfirst-scheme="dark"', '')).toBe(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await backgroundOf('', ''), 'a page without a scheme is light').toBe(light)
  expect(await backgroundOf('data-askfirst-scheme="system"', '')).toBe(dark)
})
