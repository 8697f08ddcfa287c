// `npm run readme`: writes the measured sizes into README.md and takes its picture from the running demo.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChild, startChild } from './child.mjs'
import { root } from './project.mjs'
import { script, tool } from './tool.mjs'

const address = 'http://127.0.0.1:4199/'

async function sizes() {
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-readme-'))
  const file = join(folder, 'sizes.json')
  await runChild(script('build-packages'))
  const measured = await runChild(script('size', '--json', file))
  if (!measured) throw new Error('A size is above its limit, so README.md was left as it is. Run npm test -- size.')
  /** @type {{ name: string, limit: number, size: number }[]} */
  const rows = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(folder, { recursive: true })
  const table = rows.map(({ name, limit, size }) => `| ${name} | ${size.toFixed(2)} | ${limit} |`)
  return ['| gzip, kB | measured | limit |', '| --- | ---: | ---: |', ...table].join('\n')
}

async function picture() {
  const { chromium } = await import('playwright')
  const { chromiumLaunch } = await import('./chromium.mjs')
  const vite = tool('vite', '--host', '127.0.0.1', '--port', '4199', '--strictPort')
  const { child } = startChild({ ...vite, cwd: join(root, 'apps/demo') })
  const browser = await chromium.launch(chromiumLaunch())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, reducedMotion: 'reduce' })
    for (let tries = 0; tries < 100 && !(await page.goto(address).catch(() => null)); tries++) {
      await page.waitForTimeout(100)
    }
    await page.getByRole('button', { name: 'Start chat' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Allow chat' }).waitFor()
    await page.screenshot({ path: join(root, 'docs/askfirst.png') })
  } finally {
    await browser.close()
    child.kill()
  }
}

const file = join(root, 'README.md')
const table = await sizes()
const text = readFileSync(file, 'utf8')
writeFileSync(file, text.replace(/(<!-- sizes[^>]*-->)[\s\S]*(<!-- \/sizes -->)/, `$1\n\n${table}\n\n$2`))
await picture()
