import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../core/index.ts'
import { libraryFile, loadKnowledge } from '../load/index.ts'
import { pages } from './pages.ts'

/** Pages of docs/reference that people write. Everything else there is generated. */
const BY_HAND: ReadonlySet<string> = new Set(['record.md', 'assessment.md', 'cli.md'])
const USAGE = 'usage: node dist/docs/write.js [--check]\n'

/** What differs between a folder and the pages it should hold. */
export interface Difference {
  readonly write: readonly string[]
  readonly remove: readonly string[]
}

/** Example: `differences('docs/reference', pages(library)).write` names the pages that are not up to date. */
export function differences(folder: string, wanted: ReadonlyMap<string, string>): Difference {
  const there = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((path) => path.split(sep).join('/'))
        .filter((path) => path.endsWith('.md') && !BY_HAND.has(path))
    : []
  const same = (path: string, text: string) => there.includes(path) && readFileSync(join(folder, path), 'utf8') === text
  return {
    write: [...wanted].flatMap(([path, text]) => (same(path, text) ? [] : [path])),
    remove: there.filter((path) => !wanted.has(path)),
  }
}

/** Writes the generated pages of a checkout, or with `--check` says which are not up to date; answers the exit code. */
export function main(args: readonly string[], root: string): number {
  const check = args.includes('--check')
  if (args.some((arg) => arg !== '--check')) {
    process.stderr.write(USAGE)
    return 2
  }
  const { knowledge, authored, problems } = loadKnowledge(join(root, 'knowledge'))
  if (!knowledge) {
    process.stderr.write(`the knowledge has ${problems.length} problems: run "npm run check:knowledge"\n`)
    return 1
  }
  const wanted = pages({ library: libraryFile(authored, knowledge.version), engine: createEngine(knowledge) })
  const folder = join(root, 'docs', 'reference')
  const { write, remove } = differences(folder, wanted)
  if (check) {
    for (const path of [...write, ...remove])
      process.stderr.write(`docs/reference/${path} is not what the knowledge says\n`)
    if (write.length + remove.length > 0) process.stderr.write('run "npm run docs" and commit the pages\n')
    return write.length + remove.length > 0 ? 1 : 0
  }
  for (const path of write) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), wanted.get(path) ?? '')
  }
  for (const path of remove) rmSync(join(folder, path))
  process.stderr.write(`docs/reference: ${wanted.size} pages, ${write.length} written, ${remove.length} removed\n`)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)))
}
