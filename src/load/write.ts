import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../core/engine.ts'
import type { Knowledge } from '../schema/engine.ts'
import type { Problem } from '../schema/problem.ts'
import type { Authored } from './authored.ts'
import { casesFile, casesList } from './files/cases.ts'
import { codesFile } from './files/codes.ts'
import { guideFile } from './files/guide.ts'
import { libraryFile } from './files/library.ts'
import { namesFiles } from './files/names.ts'
import { pageFile } from './files/page.ts'
import { schemaFiles } from './files/schemas.ts'
import { wordsFile } from './files/words.ts'
import { GAPS_FILE, gapsText } from './lint/kleene-gaps.ts'
import { loadKnowledge } from './load.ts'
import { DEFAULT_LANGUAGE } from './normalise.ts'

/**
 * The build of the knowledge. `node dist/load/write.js` writes `dist/knowledge` and `dist/schemas`; `--check` only
 * looks; `--gaps` brings `knowledge/kleene-gaps.json` up to date; `--warnings` prints those too.
 * Ends with 1 when something is wrong, and says so one problem a line.
 */
const USAGE = 'usage: node dist/load/write.js [--check | --gaps] [--warnings]\n'
const FLAGS: ReadonlySet<string> = new Set(['--check', '--gaps', '--warnings'])

/** The files of `dist/knowledge` by name. */
export function knowledgeFiles(knowledge: Knowledge, authored: Authored): ReadonlyMap<string, object> {
  const { version } = knowledge
  const words = wordsFile(authored, DEFAULT_LANGUAGE, version)
  return new Map<string, object>([
    ['engine.json', knowledge],
    ['codes.json', codesFile(authored.findings, version)],
    [`words.${DEFAULT_LANGUAGE}.json`, words],
    ...namesFiles(authored, version).map((names) => [`names.${names.language}.json`, names] as const),
    ['page.json', pageFile(knowledge, words)],
    [`guide.${DEFAULT_LANGUAGE}.json`, guideFile(authored, DEFAULT_LANGUAGE, version)],
    ['library.json', libraryFile(authored, version)],
  ])
}

/** Writes each file only where it says something new, so that what watches it does not start for nothing. */
function writeAll(folder: string, files: ReadonlyMap<string, object>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of files) {
    const path = join(folder, name)
    const text = `${JSON.stringify(content)}\n`
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
  }
}

function line({ code, at, what, hint }: Problem): string {
  return `${at}: ${code}: ${what}${hint === '' ? '' : ` (${hint})`}\n`
}

function versionOf(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined
  return typeof version === 'string' ? version : '0.0.0'
}

/** Runs the build for a checkout; answers the exit code. Example: `main(['--check'], '/path/to/checkout')`. */
export function main(args: readonly string[], root: string): number {
  if (args.some((arg) => !FLAGS.has(arg))) {
    process.stderr.write(USAGE)
    return 2
  }
  const folder = join(root, 'knowledge')
  const gapsPath = join(folder, GAPS_FILE)
  let loaded = loadKnowledge(folder, versionOf(root))
  if (args.includes('--gaps') && loaded.knowledge) {
    const before = existsSync(gapsPath) ? readFileSync(gapsPath, 'utf8') : undefined
    writeFileSync(gapsPath, gapsText(createEngine(loaded.knowledge), before))
    loaded = loadKnowledge(folder, versionOf(root))
  }
  const { knowledge, authored, problems, warnings } = loaded
  for (const problem of problems) process.stderr.write(line(problem))
  if (args.includes('--warnings')) for (const warning of warnings) process.stderr.write(`warning ${line(warning)}`)
  process.stderr.write(
    `knowledge ${knowledge?.version ?? 'not compiled'}: ${problems.length} problems, ${warnings.length} warnings\n`,
  )
  if (!args.includes('--check') && !args.includes('--gaps')) {
    writeAll(join(root, 'dist', 'schemas'), schemaFiles())
    if (knowledge) {
      const files = knowledgeFiles(knowledge, authored)
      const cases = casesFile(join(root, 'cases'), knowledge.version)
      const samples = [
        ['cases.json', cases],
        ['cases-list.json', casesList(cases)],
      ] as const
      writeAll(join(root, 'dist', 'knowledge'), new Map<string, object>([...files, ...samples]))
      const single = cases.cases.map((sample) => [`${sample.id}.json`, sample] as const)
      writeAll(join(root, 'dist', 'knowledge', 'cases'), new Map<string, object>(single))
    }
  }
  return problems.length > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)))
}
