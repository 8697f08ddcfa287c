import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures.ts'

const isWindows = process.platform === 'win32'

/** Runs `npm start` in a shell for production, on ports of its own. Returns what it has said so far, and how to end it as Ctrl-C does. */
function npmStart() {
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, DEMO_PORT: '4183', STORYBOOK_PORT: '4184', NODE_ENV: 'production' },
    // A terminal sends Ctrl-C to all that was started from it.
    detached: !isWindows,
    shell: isWindows,
  })
  let text = ''
  let isOver = false
  for (const output of [npm.stdout, npm.stderr]) output.on('data', (part) => (text += String(part)))
  const closed = once(npm, 'close').then(() => (isOver = true))
  const stop = async (): Promise<void> => {
    if (isOver) return
    if (isWindows || npm.pid === undefined) npm.kill()
    else process.kill(-npm.pid, 'SIGINT')
    await closed
  }
  return { said: () => text, stop }
}

let started: ReturnType<typeof npmStart> | undefined

test.afterEach(() => started?.stop())

test('`npm start` says where demo and Storybook are, and the demo is one to chat in and to change one’s mind', async ({
  page,
  parts,
  traffic,
}) => {
  // A machine that does other things as well takes its time to start both.
  test.setTimeout(120_000)
  const { said, stop } = (started = npmStart())
  await expect.poll(said, { timeout: 90_000 }).toContain('Ready.')
  const [demo = '', storybook = ''] =
    said()
      .split('Ready.')[1]
      ?.match(/http:\S+/g) ?? []

  await test.step('a stranger refuses, allows the chat, chats, and withdraws', async () => {
    await page.goto(new URL('privacy', demo).href)
    await parts.reject.click()
    await parts.start.click()
    await parts.allow.click()
    await parts.message.fill('Hello')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')
    await expect(parts.messenger.getByText('Stand-in for Kayako Messenger')).toBeVisible()
    await parts.closeChat.click()
    await page.getByRole('button', { name: 'Withdraw Kayako' }).click()
    await expect(parts.removed).toBeVisible({ timeout: 10_000 })
    await expect(parts.frame).toHaveCount(0)
    expect(traffic.entries, 'nothing but this machine is contacted').toEqual([])
  })
  await test.step('Storybook has its stories', async () => {
    const { entries } = (await (await page.request.get(`${storybook}index.json`)).json()) as { entries: object }
    expect(Object.keys(entries).length).toBeGreaterThan(100)
  })
  await test.step('stopped, it stops both', async () => {
    await stop()
    for (const address of [demo, storybook]) await expect(page.request.get(address)).rejects.toThrow('ECONNREFUSED')
  })
})
