import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'

/** What a folder of src may import. Folders of later parts are not listed until they exist. */
interface Allowance {
  readonly folders: readonly string[]
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[]
  readonly packages: readonly string[]
  readonly node: boolean
}

export type Allowances = Readonly<Record<string, Allowance>>

/** One import of a file. `to` is a path below src, a package, or a module of Node. */
export interface Import {
  readonly to: string
  readonly kind: 'file' | 'package' | 'node'
  readonly typeOnly: boolean
}

/** Imports by file; files are paths below src with `/`. */
export type Graph = ReadonlyMap<string, readonly Import[]>

const STATIC = /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\bfrom\s+)?['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g

/** `node_modules` packages are named by one segment, or two with a scope. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The imports of one file's text. Example: `importsOf('core/a.ts', "import { b } from './b.ts'")`. */
export function importsOf(file: string, text: string): readonly Import[] {
  const code = text.replace(COMMENTS, '')
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    if (specifier.startsWith('.'))
      found.push({ kind: 'file', to: posix.join(posix.dirname(file), specifier), typeOnly })
    else if (specifier.startsWith('node:')) found.push({ kind: 'node', to: specifier, typeOnly })
    else found.push({ kind: 'package', to: packageOf(specifier), typeOnly })
  }
  for (const match of code.matchAll(STATIC)) add(match[2] ?? '', match[1] !== undefined)
  for (const match of code.matchAll(DYNAMIC)) add(match[1] ?? '', false)
  return found
}

/** The import graph of a folder, tests left out. */
export function readGraph(root: string): Graph {
  const graph = new Map<string, readonly Import[]>()
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = entry.split(sep).join('/')
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.endsWith('.d.ts')) continue
    graph.set(file, importsOf(file, readFileSync(`${root}/${entry}`, 'utf8')))
  }
  return graph
}

/** Folder of a file below src; files at the top (`index.ts`) are of the folder `.`. */
export const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.')

/** Every import that its folder may not make, as sentences. */
export function wrongArrows(graph: Graph, allowances: Allowances): readonly string[] {
  const wrong: string[] = []
  for (const [file, imports] of graph) {
    const folder = folderOf(file)
    const may = allowances[folder]
    if (may === undefined) {
      wrong.push(`${file}: the folder ${folder} has no row in the table of arrows`)
      continue
    }
    for (const { kind, to, typeOnly } of imports) {
      if (kind === 'node' && !may.node) wrong.push(`${file} imports ${to}: ${folder} has no outside`)
      if (kind === 'package' && !may.packages.includes(to)) wrong.push(`${file} imports the package ${to}`)
      if (kind !== 'file') continue
      if (!graph.has(to)) wrong.push(`${file} imports ${to}, which is no source file`)
      const target = folderOf(to)
      const allowed = target === folder || may.folders.includes(target) || (typeOnly && may.types?.includes(target))
      if (!allowed)
        wrong.push(`${file} imports ${to}: ${folder} may not import ${target}${typeOnly ? '' : ' (values)'}`)
    }
  }
  return wrong
}

/** Cycles between files, each as the files in order. Types count: a cycle of types is a knot all the same. */
export function cycles(graph: Graph): readonly string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const visit = (file: string) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    path.push(file)
    for (const { kind, to } of graph.get(file) ?? []) if (kind === 'file') visit(to)
    path.pop()
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file)
  return found
}
