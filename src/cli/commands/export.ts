import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createEngine, type Engine } from '../../core/index.ts'
import { cqlLibrary } from '../../targets/cql/index.ts'
import { fhirPackage } from '../../targets/fhir/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { EXAMPLE_BASE, EXPORT_TO, type ExportTo } from '../export-to.ts'
import { checkFolder } from '../folder.ts'
import { EXIT, type Io, UsageError } from '../io.ts'
import { packageCodes } from '../package-codes.ts'

export interface ExportFlags {
  readonly to?: string
  readonly rule?: string
  readonly base?: string
  readonly force?: boolean
}

/** Files by their path in the folder, and a line that tells what they are. */
interface Files {
  readonly files: ReadonlyMap<string, string>
  readonly told: readonly string[]
}

/**
 * Writes rules in another form into a folder: for CQL a library for each rule asked for, with all that it names; for
 * FHIR a package. A folder that holds something is refused without `force`.
 * Example: `exportCommand("libraries", { to: "cql", rule: "mayo-2007" }, process)`.
 */
export function exportCommand(folder: string, flags: ExportFlags, io: Io): number {
  const to = formOf(flags.to)
  const engine = createEngine(builtKnowledge())
  const made = to === 'cql' ? cqlFiles(engine, flags) : fhirFiles(engine, flags)
  checkFolder(folder, flags.force ?? false)
  for (const [name, text] of made.files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  io.stdout.write(`${made.told.join('\n')}\n`)
  return EXIT.done
}

function formOf(to: string | undefined): ExportTo {
  const known = EXPORT_TO.find((name) => name === to)
  if (known !== undefined) return known
  const list = EXPORT_TO.join(', ')
  throw new UsageError(to === undefined ? `say what to write: --to ${list}` : `--to "${to}" is none of ${list}`)
}

function cqlFiles(engine: Engine, { rule, base }: ExportFlags): Files {
  if (base !== undefined) throw new UsageError('--base is about --to fhir: leave it out')
  const libraries = rulesOf(engine, rule).map((id) => cqlLibrary(engine, [id], nameOf(id)))
  return {
    files: new Map(libraries.map(({ name, text }) => [`${name}.cql`, text])),
    told: libraries.flatMap(({ name, rules, keys, inexact }) => [
      `${name}.cql: ${rules.length} rules over ${keys.length} keys`,
      ...inexact.map((line) => `  not exact: ${line}`),
    ]),
  }
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

function fhirFiles(engine: Engine, { rule, base = EXAMPLE_BASE }: ExportFlags): Files {
  if (rule !== undefined) throw new UsageError('--rule is about --to cql: a package holds them all')
  if (!/^https?:\/\/[^\s|#?]+$/.test(base))
    throw new UsageError(`--base "${base}" is no address: give one like ${EXAMPLE_BASE}`)
  const made = fhirPackage(engine, {
    base: base.replace(/\/+$/, ''),
    codes: packageCodes(engine, builtCodeIndex()),
    base64: (text) => Buffer.from(text).toString('base64'),
  })
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
  const counts = new Map<string, number>()
  for (const { resourceType } of made.resources) counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1)
  const files = new Map([
    ['package/package.json', json(made.manifest)],
    ['package/.index.json', json(made.index)],
    ...made.resources.map((item): [string, string] => [`package/${item.resourceType}-${item.id}.json`, json(item)]),
    [`package/other/${made.cql.name}.cql`, made.cql.text],
    ['package/other/NOTICE', notice()],
  ])
  return { files, told: [...counts].map(([type, count]) => `${type}: ${count}`) }
}

/** The terms of the terminologies go with their codes. */
function notice(): string {
  const path = new URL('../../../NOTICE', import.meta.url)
  if (!existsSync(path)) throw new Error('NOTICE is missing from this install')
  return readFileSync(path, 'utf8')
}
