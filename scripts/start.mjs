// `npm start`: installs, starts the demo and Storybook, and says where they are once both answer.
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isStopping, runChild, startChild, stopChildren } from './child.mjs'
import { install } from './pnpm.mjs'
import { root } from './project.mjs'
import { tool } from './tool.mjs'

const host = '127.0.0.1'

/** A port may be taken: each has a variable that chooses another. @param {string} variable @param {number} usual */
const portOf = (variable, usual) => ({ variable, port: Number(process.env[variable] ?? usual) })

const servers = [
  {
    name: 'The demo',
    ...portOf('DEMO_PORT', 5173),
    /** @param {string} port */
    command: (port) => ({
      ...tool('vite', '--host', host, '--port', port, '--strictPort'),
      cwd: join(root, 'apps/demo'),
    }),
  },
  {
    name: 'Storybook',
    ...portOf('STORYBOOK_PORT', 6006),
    /** @param {string} port */
    command: (port) =>
      tool('storybook', 'dev', '--host', host, '--port', port, '--exact-port', '--ci', '--no-version-updates'),
  },
]

/** @param {number} port @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** @param {number} port */
async function answers(port) {
  try {
    const response = await fetch(`http://${host}:${port}/`)
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** @param {number} port @returns {Promise<true>} once there is an answer */
async function answered(port) {
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 200))
  return true
}

/** @returns {Promise<number>} exit code */
export async function start() {
  for (const { name, port, variable } of servers) {
    if (await isFree(port)) continue
    console.error(
      `${name} needs port ${port}, which another program is using. Stop that program, or set ${variable} to another port, then run npm start again.`,
    )
    return 1
  }
  console.log('1/3 Installing packages')
  if (!(await runChild(install()))) return 1
  console.log('2/3 Starting the demo and Storybook')
  // Whoever works in a shell for production still wants to see the demo with its stand-ins.
  const env = { NODE_ENV: 'development' }
  const ended = Promise.race(
    servers.map(({ name, port, command }) => startChild({ ...command(`${port}`), env }).ended.then(() => name)),
  )
  console.log('3/3 Waiting until both answer')
  const ready = Promise.all(servers.map(({ port }) => answered(port)))
  if (await Promise.race([ready, ended.then(() => null)])) {
    const addresses = servers.map(({ name, port }) => `${name.padEnd(10)} http://${host}:${port}/`)
    console.log(`\nReady.\n\n  ${addresses.join('\n  ')}\n\nCtrl-C stops both.\n`)
  }
  const name = await ended
  if (!isStopping()) console.error(`${name} has stopped, so the rest is stopped too. What it said stands above.`)
  await stopChildren()
  return 1
}
