// Finds a Chromium that starts, installs one where there is none, and keeps it from reaching anything but this machine.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runChild } from './child.mjs'
import { tool } from './tool.mjs'

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

/** @returns {string | undefined} */
function findChromium() {
  if (process.env['CHROMIUM_PATH']) return process.env['CHROMIUM_PATH']
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const places = process.platform === 'darwin' ? mac : process.platform === 'win32' ? windows : []
  return [...onPath, ...places].find((file) => existsSync(file))
}

/** Launch options for Playwright, in end-to-end tests and in vitest. */
export function chromiumLaunch() {
  const executablePath = findChromium()
  return executablePath ? { executablePath, args: flags } : { args: flags }
}

/** A browser that is there may still not start (a snap's stub, a missing library), so start it. */
async function starts() {
  const { chromium } = await import('playwright')
  return chromium.launch(chromiumLaunch()).then(
    (browser) => browser.close().then(() => true),
    () => false,
  )
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
    if (await starts()) return true
  }
  console.log("No Chromium starts here: installing Playwright's own.")
  await runChild(tool('playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'))
  return starts()
}
