import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { importsOf } from './support/arrows.ts'

/** What the page may import: of src what runs in a page, of packages those that docs/dependencies.md names. */
const web = fileURLToPath(new URL('../web/', import.meta.url))
const FOLDERS = ['schema', 'core', 'assess', 'documents', 'adapters']
/** What renderers share: entries and rules as neutral outlines and lines. */
const SHARED = ['src/targets/prose/', 'src/load/outline/']
const PACKAGES = [
  // Brought by the engine anyway.
  'fastest-levenshtein',
  'temporal-polyfill',
  'react',
  'react-dom',
  'wouter',
  'zustand',
  'idb',
  'minisearch',
  'intl-messageformat',
  '@ariakit/react',
  '@tabler/icons-react',
  '@visx/scale',
  '@visx/shape',
]

const files = readdirSync(`${web}src`, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
)

function wrong(name: string, text: string): readonly string[] {
  return importsOf(`web/src/${name}`, text).flatMap(({ kind, to, typeOnly }) => {
    if (kind === 'node') return [`${name} imports ${to}: there is no Node in a page`]
    if (kind === 'package') return PACKAGES.includes(to) ? [] : [`${name} imports the package ${to}`]
    if (to.startsWith('web/')) return []
    const file = to.replace(/\?.*$/, '')
    if (/^dist\/knowledge\/[\w.-]+\.json$/.test(file)) return []
    const [root, folder = ''] = file.split('/')
    if (root !== 'src') return [`${name} imports ${to}`]
    if (FOLDERS.includes(folder) || SHARED.some((shared) => file.startsWith(shared))) return []
    return typeOnly && file.startsWith('src/load/files/') ? [] : [`${name} imports ${to}`]
  })
}

it('reads files worth checking', () => {
  expect(files.length).toBeGreaterThan(40)
})

it.each(files)('%s imports only what a page may', (name) => {
  expect(wrong(name, readFileSync(posix.join(web, 'src', name), 'utf8'))).toEqual([])
})

it.each([
  ["import { x } from '../../src/cli/io.ts'", 'cli'],
  ["import { x } from '../../src/load/load.ts'", 'load'],
  ["import fs from 'node:fs'", 'no Node'],
  ["import x from 'lodash'", 'lodash'],
])('%s is refused', (text, says) => {
  expect(wrong('a.tsx', text).join()).toContain(says)
})
