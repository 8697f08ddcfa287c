// The one way in: `npm start` and `npm test` come here, and everything else is set up from here.
import { stopWithParent } from './child.mjs'
import { refusal } from './node-version.mjs'

const [command, ...args] = process.argv.slice(2)
const refused = refusal()
if (refused) {
  console.error(refused)
  process.exit(1)
}
stopWithParent()
if (command === 'start') {
  const { start } = await import('./start.mjs')
  process.exit(await start())
} else {
  const { test } = await import('./test.mjs')
  process.exitCode = await test(args)
}
