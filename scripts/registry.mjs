// Checks what `npx shadcn add` gets: its items against their sources and shadcn's schema, then their types and a build.
// `--update` writes the items anew.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { runChild } from './child.mjs'
import { createConsumer } from './consumer.mjs'
import { listPackages, root } from './project.mjs'
import { tool } from './tool.mjs'

/**
 * @typedef {{ path: string, type: string, target: string, content?: string }} ItemFile
 * @typedef {{ $schema?: string, name: string, type: string, dependencies?: string[], files: ItemFile[] }} Item
 */

const folder = join(root, 'packages/react/registry')
/** @type {{ $schema: string, name: string, homepage: string, items: Item[] }} */
const registry = JSON.parse(readFileSync(join(folder, 'registry.json'), 'utf8'))

// https://ui.shadcn.com/schema/registry-item.json, as of November 2026.
const fields =
  '$schema name type title description author dependencies devDependencies registryDependencies files tailwind cssVars css envVars meta docs categories extends'
const itemFields = new Set(fields.split(' '))
const kinds = new Set('lib block component ui hook theme page file style item'.split(' '))

let right = true
/** @param {boolean} holds @param {string} otherwise */
function check(holds, otherwise) {
  if (holds) return
  console.error(otherwise)
  right = false
}

/** @param {Item} item @returns {Item} as it is fetched: with what its files hold */
const built = (item) => ({
  $schema: 'https://ui.shadcn.com/schema/registry-item.json',
  ...item,
  files: item.files.map((file) => ({ ...file, content: readFileSync(join(folder, file.path), 'utf8') })),
})

check(
  Boolean(registry.name && registry.homepage && registry.items.length),
  'registry.json lacks name, homepage or items.',
)
const ours = new Set(listPackages().map(({ manifest }) => manifest.name))
for (const item of registry.items) {
  const { name, type, dependencies = [], files } = item
  for (const field of Object.keys(item)) check(itemFields.has(field), `${name}: shadcn knows no field "${field}".`)
  for (const kind of [type, ...files.map((file) => file.type)])
    check(kinds.has(kind.replace('registry:', '')), `${name}: shadcn knows no type "${kind}".`)
  for (const each of dependencies) check(ours.has(each), `${name}: ${each} is no package of ours.`)
  for (const { path, target } of files)
    check(Boolean(target) && existsSync(join(folder, path)), `${name}: ${path} is not there, or nowhere to be put.`)

  const file = join(folder, 'r', `${name}.json`)
  const text = `${JSON.stringify(built(item), null, 2)}\n`
  if (process.argv.includes('--update')) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const current = existsSync(file) ? readFileSync(file, 'utf8') : ''
  check(current === text, `${relative(root, file)} is not what its sources say. Run npm run registry.`)
}

/** The part of shadcn's own button that ours rely on. */
const button = `
  import type { ComponentProps } from 'react'
  interface ButtonProps extends ComponentProps<'button'> {
    variant?: 'default' | 'outline' | 'secondary' | 'ghost' | 'link' | 'destructive'
    size?: 'default' | 'sm' | 'lg' | 'icon'
  }
  export const Button = ({ variant, size, ...props }: ButtonProps) =>
    <button data-variant={variant} data-size={size} {...props} />`
const page = `
  import { kayako } from '@askfirst/vendors/kayako'
  import { Chat } from '@/components/askfirst/chat'
  import { Consent, PrivacyChoices } from '@/components/askfirst/consent'
  const vendors = [kayako({ subdomain: 'acme' })]
  export const Page = () => (
    <Consent vendors={vendors}>
      <Chat vendor="kayako" fallback="Write to us" />
      <PrivacyChoices />
    </Consent>
  )`
const settings = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: { paths: { '@/*': ['./*'] }, types: [] },
  include: ['page.tsx', 'components'],
}

const consumer = createConsumer()
for (const name of ['react', 'react-dom', '@types/react', '@types/react-dom']) {
  const target = join(consumer, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  if (!existsSync(target)) symlinkSync(join(root, 'node_modules', name), target, 'junction')
}
/** @type {Record<string, string>} */
const added = {
  'page.tsx': page,
  'components/ui/button.tsx': button,
  'tsconfig.json': JSON.stringify(settings),
  ...Object.fromEntries(
    registry.items.flatMap((item) => built(item).files.map((file) => [file.target, file.content ?? ''])),
  ),
}
for (const [path, text] of Object.entries(added)) {
  mkdirSync(dirname(join(consumer, path)), { recursive: true })
  writeFileSync(join(consumer, path), text)
}
check(
  await runChild({ ...tool('typescript', '-p', consumer), cwd: consumer }),
  'What the registry adds has wrong types.',
)
const { outputFiles } = await build({
  entryPoints: [join(consumer, 'page.tsx')],
  absWorkingDir: consumer,
  tsconfig: join(consumer, 'tsconfig.json'),
  jsx: 'automatic',
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: join(consumer, 'out'),
  write: false,
  external: ['react', 'react-dom'],
  logLevel: 'error',
})
check(outputFiles.length > 1, 'What the registry adds builds to a single file, so nothing of ours is loaded lazily.')
console.log(
  `${registry.items.map(({ name }) => name).join(' and ')}: fields, types and a build of ${outputFiles.length} files.`,
)
process.exitCode = right ? 0 : 1
