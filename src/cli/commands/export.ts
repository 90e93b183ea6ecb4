import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../core/index.ts'
import { type CqlLibrary, cqlLibrary } from '../../targets/cql/index.ts'
import { builtKnowledge } from '../built.ts'
import { EXPORT_TO } from '../export-to.ts'
import { EXIT, type Io, UsageError } from '../io.ts'

export interface ExportFlags {
  readonly to?: string
  readonly rule?: string
  readonly force?: boolean
}

/**
 * Writes rules in another form into a folder: for CQL a library for each rule asked for, with all that it names. A
 * folder that holds something is refused without `force`.
 * Example: `exportCommand("libraries", { to: "cql", rule: "mayo-2007" }, process)`.
 */
export function exportCommand(folder: string, flags: ExportFlags, io: Io): number {
  if (!EXPORT_TO.some((name) => name === flags.to)) {
    const list = EXPORT_TO.join(', ')
    throw new UsageError(
      flags.to === undefined ? `say what to write: --to ${list}` : `--to "${flags.to}" is none of ${list}`,
    )
  }
  const engine = createEngine(builtKnowledge())
  const libraries = rulesOf(engine, flags.rule).map((id) => cqlLibrary(engine, [id], nameOf(id)))
  prepareFolder(folder, flags.force ?? false)
  for (const library of libraries) writeLibrary(folder, library, io)
  return EXIT.done
}

/** Rules asked for by id; without, the criteria sets, the reasons to look and the red flags. */
function rulesOf({ knowledge }: Engine, asked: string | undefined): readonly string[] {
  const { criteria, indication, redFlags } = knowledge.settings
  const ids = asked === undefined ? [...criteria, indication, ...redFlags] : asked.split(',').map((id) => id.trim())
  for (const id of ids) {
    if (!Object.hasOwn(knowledge.rules, id))
      throw new UsageError(`--rule "${id}" is no rule: "scansion explain ${id}" shows what is near`)
  }
  return [...new Set(ids)]
}

/** Tools want names of libraries without hyphens. Example: `mayo-2007` is `Mayo2007`. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}

function prepareFolder(folder: string, force: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) throw new UsageError(`${folder} is a file: name a folder`)
  if (found && !force && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is not empty: name another folder, or --force writes over files of the same name`)
  mkdirSync(folder, { recursive: true })
}

function writeLibrary(folder: string, { name, text, rules, keys, inexact }: CqlLibrary, io: Io): void {
  const path = join(folder, `${name}.cql`)
  writeFileSync(path, text)
  io.stdout.write(`${path}: ${rules.length} rules, ${keys.length} keys\n`)
  for (const line of inexact) io.stderr.write(`  not exact: ${line}\n`)
}
