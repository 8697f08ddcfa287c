import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

const built = new URL('../dist/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, built), 'utf8')

test('the app runs on the packages as published', () => {
  for (const name of ['core', 'react', 'server', 'vendors']) {
    const { exports } = JSON.parse(read(`node_modules/@askfirst/${name}/package.json`)) as {
      exports: Record<string, { default: string }>
    }
    expect(exports['.']?.default).toMatch(/^\.\/dist\//)
  }
})

test('the static pages are built once and for all, and no other page is', () => {
  const { routes } = JSON.parse(read('.next/prerender-manifest.json')) as {
    routes: Record<string, { initialRevalidateSeconds: number | false }>
  }
  const ours = Object.entries(routes).filter(([path]) => !path.startsWith('/_'))
  expect(Object.fromEntries(ours.map(([path, route]) => [path, route.initialRevalidateSeconds]))).toEqual({
    '/': false,
    '/repotting': false,
  })
})

test('the React Compiler has been at work on the app', () => {
  const chunks = '.next/static/chunks/'
  const ours = readdirSync(new URL(chunks, built))
    .filter((name) => name.endsWith('.js'))
    .map((name) => read(chunks + name))
    .filter((text) => text.includes('Write to us'))
  expect(ours).toHaveLength(1)
  expect(ours[0]).toContain('react.memo_cache_sentinel')
})
