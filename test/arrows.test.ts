import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Allowances, cycles, folderOf, type Graph, importsOf, readGraph, wrongArrows } from './support/arrows.ts'

const root = fileURLToPath(new URL('../src', import.meta.url))
const graph = readGraph(root)

/** Who may import whom, beside itself. docs/understand/architecture.md gives the reasons. */
const ARROWS: Allowances = {
  schema: { folders: [], packages: ['typebox'], node: false },
  core: { folders: ['schema'], packages: ['temporal-polyfill', 'intl-messageformat'], node: false },
  assess: { folders: ['schema', 'core'], packages: [], node: false },
  documents: {
    folders: ['schema', 'core', 'assess'],
    packages: ['intl-messageformat', 'ical-generator'],
    node: false,
  },
  targets: { folders: ['schema', 'core'], packages: [], node: false },
  adapters: {
    folders: ['schema', 'core'],
    types: ['assess'],
    packages: ['typebox', 'yaml', 'jsonc-parser', 'fastest-levenshtein', 'uuid', 'fhir', 'csv-parse'],
    node: false,
  },
  load: { folders: ['schema', 'core'], packages: ['typebox', 'yaml', 'intl-messageformat'], node: true },
  docs: {
    folders: ['schema', 'core', 'assess', 'targets', 'load'],
    packages: ['markdown-it', 'minisearch'],
    node: true,
  },
  // Nothing of ours: made-up histories test the rest, and must not know what it knows.
  synth: { folders: [], packages: ['pure-rand', 'fhir'], node: false },
  server: { folders: [], packages: ['fastify', '@fastify/static'], node: true },
  cli: {
    folders: ['schema', 'core', 'assess', 'documents', 'targets', 'adapters', 'load', 'synth', 'server'],
    packages: [
      'commander',
      'picocolors',
      'fastest-levenshtein',
      '@duckdb/node-api',
      '@myriaddreamin/typst-ts-node-compiler',
    ],
    node: true,
  },
  '.': { folders: ['schema', 'core', 'assess', 'adapters'], packages: [], node: false },
}

/** Folders that run in a page: neither Node nor DOM types. */
const NO_OUTSIDE = ['schema', 'core', 'assess', 'documents', 'targets', 'adapters', 'synth', '.'] as const

describe('import arrows of src', () => {
  it('reads a graph worth checking', () => {
    expect(graph.size).toBeGreaterThan(60)
    expect([...graph.values()].flat().length).toBeGreaterThan(150)
  })

  it('lets each folder import only what design allows', () => {
    expect(wrongArrows(graph, ARROWS)).toEqual([])
  })

  it('has no cycle between files', () => {
    expect(cycles(graph)).toEqual([])
  })

  it('has a row for each folder and no row for a folder that is not there', () => {
    expect(new Set([...graph.keys()].map(folderOf))).toEqual(new Set(Object.keys(ARROWS)))
  })

  it.each(NO_OUTSIDE)('%s is compiled without the types of Node and DOM', (folder) => {
    const chain = [`${root}/${folder}/tsconfig.json`, `${root}/../tsconfig.base.json`]
    const [own, base] = chain.map((file) => JSON.parse(readFileSync(file, 'utf8')).compilerOptions)
    const options = { ...base, ...own }
    expect(options.types).toEqual([])
    expect(options.lib).toEqual(['ES2023'])
  })
})

describe('the walk itself', () => {
  it.each([
    ["import { a } from '../b/c.ts'", 'b/c.ts', 'file', false],
    ["import type { A } from '../b/c.ts'", 'b/c.ts', 'file', true],
    ["export { a } from './c.ts'", 'a/c.ts', 'file', false],
    ["import {\n  a,\n  b,\n} from './c.ts'", 'a/c.ts', 'file', false],
    ["const x = await import('../b/c.ts')", 'b/c.ts', 'file', false],
    ["import 'node:fs'", 'node:fs', 'node', false],
    ["import { Value } from 'typebox/value'", 'typebox', 'package', false],
    ["import x from '@scope/name/deep'", '@scope/name', 'package', false],
  ] as const)('%j', (text, to, kind, typeOnly) => {
    expect(importsOf('a/a.ts', text)).toEqual([{ to, kind, typeOnly }])
  })

  it('passes over comments and plain strings', () => {
    expect(importsOf('a/a.ts', "/* import 'x' */\n// import 'y'\nconst from = 'https://z'")).toEqual([])
  })

  const small = (files: Record<string, string>): Graph =>
    new Map(Object.entries(files).map(([file, text]) => [file, importsOf(file, text)]))

  it.each([
    ['core/a.ts', "import { b } from '../cli/b.ts'", 'core may not import cli'],
    ['core/a.ts', "import { readFileSync } from 'node:fs'", 'core has no outside'],
    ['core/a.ts', "import yaml from 'yaml'", 'imports the package yaml'],
    ['adapters/a.ts', "import { assess } from '../assess/b.ts'", 'adapters may not import assess (values)'],
    ['load/a.ts', "import { b } from '../adapters/b.ts'", 'load may not import adapters'],
    ['core/a.ts', "import { b } from './gone.ts'", 'which is no source file'],
    ['web/a.ts', '', 'no row'],
  ])('%s with %s is refused', (file, text, says) => {
    const wrong = wrongArrows(small({ [file]: text, 'cli/b.ts': '', 'assess/b.ts': '', 'adapters/b.ts': '' }), ARROWS)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(says)
  })

  it('lets adapters take types of assess', () => {
    const text = "import type { A } from '../assess/b.ts'"
    expect(wrongArrows(small({ 'adapters/a.ts': text, 'assess/b.ts': '' }), ARROWS)).toEqual([])
  })

  it('finds a cycle over three files', () => {
    const graph = small({
      'core/a.ts': "import './b.ts'",
      'core/b.ts': "import './c.ts'",
      'core/c.ts': "import './a.ts'",
    })
    expect(cycles(graph)).toEqual(['core/a.ts → core/b.ts → core/c.ts → core/a.ts'])
  })
})
