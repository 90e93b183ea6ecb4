import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fhirReading, specimensOf } from '../../adapters/index.ts'
import { createEngine, type Engine } from '../../core/index.ts'
import { cqlFhirLibrary, cqlLibrary } from '../../targets/cql/index.ts'
import { fhirPackage } from '../../targets/fhir/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { EXAMPLE_BASE, EXPORT_OVER, EXPORT_TO, type ExportTo } from '../export-to.ts'
import { checkFolder } from '../folder.ts'
import { EXIT, type Io, UsageError } from '../io.ts'
import { knownCodes, packageCodes } from '../package-codes.ts'

export interface ExportFlags {
  readonly to?: string
  readonly rule?: string
  readonly base?: string
  readonly force?: boolean
  readonly over?: string
}

/** Files by their path in the folder, and a line that tells what they are. */
interface Files {
  readonly files: ReadonlyMap<string, string>
  readonly told: readonly string[]
}

/**
 * Writes rules in another form into a folder: for CQL libraries for each rule asked for, with all that it names; for
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

/** A library for each rule, over FHIR, over lists of facts, or both. */
function cqlFiles(engine: Engine, { rule, base = EXAMPLE_BASE, over }: ExportFlags): Files {
  const asked = over === undefined ? EXPORT_OVER : EXPORT_OVER.filter((name) => name === over)
  if (asked.length === 0) throw new UsageError(`--over "${over}" is none of ${EXPORT_OVER.join(', ')}`)
  const options = { ...fhirOptions(engine), base: addressOf(base) }
  const libraries = rulesOf(engine, rule).flatMap((id) =>
    asked.map((form) => ({
      form,
      ...(form === 'fhir'
        ? cqlFhirLibrary(engine, [id], nameOf(id), options)
        : cqlLibrary(engine, [id], `${nameOf(id)}OverFacts`)),
    })),
  )
  return {
    files: new Map(libraries.map(({ name, text }) => [`${name}.cql`, text])),
    told: libraries.flatMap(({ form, name, rules, keys, inexact }) => [
      `${name}.cql: ${rules.length} rules over ${keys.length} keys${form === 'fhir' ? ', from FHIR' : ''}`,
      ...inexact.map((line) => `  not exact: ${line}`),
    ]),
  }
}

function addressOf(base: string): string {
  if (!/^https?:\/\/[^\s|#?]+$/.test(base))
    throw new UsageError(`--base "${base}" is no address: give one like ${EXAMPLE_BASE}`)
  return base.replace(/\/+$/, '')
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

function fhirFiles(engine: Engine, { rule, base = EXAMPLE_BASE, over }: ExportFlags): Files {
  if (rule !== undefined) throw new UsageError('--rule is about --to cql: a package holds them all')
  if (over !== undefined) throw new UsageError('--over is about --to cql: a package reads FHIR')
  const made = fhirPackage(engine, {
    base: addressOf(base),
    ...fhirOptions(engine),
    base64: (text) => Buffer.from(text).toString('base64'),
  })
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
  const counts = new Map<string, number>()
  for (const { resourceType } of made.resources) counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1)
  const files = new Map([
    ['package/package.json', json(made.manifest)],
    ['package/.index.json', json(made.index)],
    ...made.resources.map((item): [string, string] => [`package/${item.resourceType}-${item.id}.json`, json(item)]),
    ...made.cql.map(({ name, text }): [string, string] => [`package/other/${name}.cql`, text]),
    ['package/other/NOTICE', notice()],
  ])
  return { files, told: [...counts].map(([type, count]) => `${type}: ${count}`) }
}

/** Which codes state what, and how resources are read. */
function fhirOptions(engine: Engine) {
  const index = builtCodeIndex()
  return {
    codes: packageCodes(engine, index),
    known: knownCodes(index),
    reading: fhirReading,
    specimenOf: specimensOf(engine),
  }
}

/** The terms of the terminologies go with their codes. */
function notice(): string {
  const path = new URL('../../../NOTICE', import.meta.url)
  if (!existsSync(path)) throw new Error('NOTICE is missing from this install')
  return readFileSync(path, 'utf8')
}
