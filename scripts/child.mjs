// Starts programs that end with us: what stops this process stops them, too.
import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * @typedef {object} Command
 * @property {string} file
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {boolean} [shell]
 * @property {NodeJS.ProcessEnv} [env] added to our own
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** @param {Command} command @param {'inherit' | 'pipe'} output */
export function startChild({ file, args, cwd = root, shell = false, env = {} }, output = 'inherit') {
  const options = { cwd, shell, env: { ...process.env, ...env } }
  const child = spawn(file, args, { ...options, stdio: ['ignore', output, output] })
  running.add(child)
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(console.error(error.message)))
    child.once('close', resolve)
  })
  return { child, ended: ended.then(() => running.delete(child)) }
}

/** @param {Command} command @returns {Promise<boolean>} whether it ended well */
export async function runChild(command) {
  const { child, ended } = startChild(command)
  await ended
  return child.exitCode === 0
}

/** As `runChild`, but shows nothing unless it fails. @param {Command} command @returns {Promise<string | null>} what it said; null if it failed */
export async function outputOf(command) {
  const { child, ended } = startChild(command, 'pipe')
  const said = { out: '', error: '' }
  child.stdout?.on('data', (text) => (said.out += text))
  child.stderr?.on('data', (text) => (said.error += text))
  await ended
  if (child.exitCode === 0) return said.out
  console.error(said.out + said.error)
  return null
}

let stopping = false

export const isStopping = () => stopping

/** Asks every child to stop, and after a moment makes it. */
export async function stopChildren() {
  stopping = true
  const children = [...running]
  for (const child of children) child.kill('SIGTERM')
  for (let tries = 0; running.size > 0 && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
  for (const child of children) child.kill('SIGKILL')
}

const stop = () => void stopChildren().then(() => process.exit(130))

/** Stops the children and then this process: on a signal, and when npm, which started it, is killed. */
export function stopWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const parent = process.ppid
  const watch = () => process.ppid !== parent && stop()
  if (process.env['npm_lifecycle_event']) setInterval(watch, 1000).unref()
}
