// Finds a Chromium that starts, installs one where there is none, and keeps it from reaching anything but this machine.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runChild } from './child.mjs'
import { tool } from './tool.mjs'

/** The same engine without windows, which is what Playwright brings along for this, at half the work. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
  const folder = process.env[variable]
  return folder
    ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
    : []
})

// No host but this machine has an address. What a test answers itself (page.route) is answered before a name is looked up.
const flags = ['--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']

/** @param {string[]} wanted names of programs @returns {string[]} */
const onPath = (wanted) =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => wanted.map((name) => join(folder, name)))

/** @param {string[]} files @returns {string | undefined} */
const firstOf = (files) => process.env['CHROMIUM_PATH'] || files.find((file) => existsSync(file))

function findBrowser() {
  const places = process.platform === 'darwin' ? mac : process.platform === 'win32' ? windows : []
  return firstOf([...onPath(names), ...places])
}

/** Launch options for Playwright, in end-to-end tests and in vitest: a shell where there is one. */
export function chromiumLaunch() {
  const executablePath = firstOf(onPath(shells)) ?? findBrowser()
  return executablePath ? { executablePath, args: flags } : { args: flags }
}

/** Launch options for what a shell does not have: the back-forward cache. */
export function browserLaunch() {
  const executablePath = findBrowser()
  return executablePath ? { executablePath, args: flags } : { channel: 'chromium', args: flags }
}

/** A browser that is there may still not start (a snap's stub, a missing library), so start it. */
async function starts() {
  const { chromium } = await import('playwright')
  for (const options of [chromiumLaunch(), browserLaunch()]) {
    const browser = await chromium.launch(options).catch(() => null)
    if (!browser) return false
    await browser.close()
  }
  return true
}

/** @param {string[]} args */
const apt = (...args) => runChild({ file: 'apt-get', args, env: { DEBIAN_FRONTEND: 'noninteractive' } })

/** @returns {Promise<boolean>} whether a Chromium starts here, after installing one if need be */
export async function ensureChromium() {
  if (await starts()) return true
  if (process.env['CHROMIUM_PATH']) return false // who names one wants no other
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log("No Chromium starts here: installing the distribution's.")
    await apt('update', '-qq')
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell') // not every Debian has it
    if (await starts()) return true
  }
  console.log("No Chromium starts here: installing Playwright's own.")
  await runChild(tool('playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'))
  return starts()
}
