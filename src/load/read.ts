import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Problem } from '../schema/problem.ts'
import { Id } from '../schema/shared.ts'
import type { Authored, AuthoredCare, Entries, Entry, Phrase } from './authored.ts'
import { CARE_FOLDERS, CARE_KINDS, type CareKind, careKindOf, KINDS, type Kind, kindOf } from './kinds.ts'
import type { SourceFile } from './read/files.ts'
import { explainShape, type JsonSchema } from './read/shape.ts'
import { readYaml } from './read/yaml.ts'

/** How places are named in problems, whatever the folder is called on this machine. */
const ROOT = 'knowledge'
const ID = new RegExp((Id as JsonSchema).pattern ?? '')

/**
 * Reads the files of `knowledge/` into entries of the right shape. A file that is broken, misplaced or misshapen is a
 * problem with its line, and is left out; work goes on with the rest.
 * Example: `readKnowledge(filesOf('knowledge')).authored.rules.get('mayo-2007')`.
 */
export function readKnowledge(files: readonly SourceFile[]): { authored: Authored; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const placed = new Map<Kind | CareKind, SourceFile[]>()
  for (const file of files) {
    const kind = careKindOf(file.path) ?? kindOf(file.path)
    if (kind && file.path.endsWith('.yaml')) placed.set(kind, [...(placed.get(kind) ?? []), file])
    else {
      const what = kind ? 'the name of the file does not end in .yaml' : `no schema reads ${file.path}`
      problems.push({
        code: 'file-misplaced',
        at: `${ROOT}/${file.path}:1`,
        what,
        hint: `folders: ${[...Object.keys(KINDS), ...CARE_FOLDERS].join(', ')}`,
      })
    }
  }
  const read = <S extends TSchema>(kind: Kind | CareKind, schema: S): Entries<Static<S>> =>
    readKind(placed.get(kind) ?? [], schema, problems)
  const authored: Authored = {
    sources: read('sources', KINDS.sources),
    findings: read('findings', KINDS.findings),
    rules: read('rules', KINDS.rules),
    workup: read('workup', KINDS.workup),
    measured: read('measured', KINDS.measured),
    confounders: read('confounders', KINDS.confounders),
    conflicts: read('conflicts', KINDS.conflicts),
    settings: read('settings', KINDS.settings),
    units: read('units', KINDS.units),
    names: read('names', KINDS.names),
    care: readCare(read),
    phrases: readPhrases(placed.get('phrases') ?? [], problems),
    guide: readPhrases(placed.get('guide') ?? [], problems),
    guideSources: read('guide-sources', KINDS['guide-sources']),
    hash: hashOf(files),
  }
  return { authored, problems }
}

type ReadFolder = <S extends TSchema>(kind: CareKind, schema: S) => Entries<Static<S>>

function readCare(read: ReadFolder): AuthoredCare {
  return {
    differential: read('differential', CARE_KINDS.differential),
    complications: read('complications', CARE_KINDS.complications),
    risk: read('risk', CARE_KINDS.risk),
    'treatment/pathway': read('treatment/pathway', CARE_KINDS['treatment/pathway']),
    'treatment/regimens': read('treatment/regimens', CARE_KINDS['treatment/regimens']),
    'treatment/cautions': read('treatment/cautions', CARE_KINDS['treatment/cautions']),
    'treatment/considerations': read('treatment/considerations', CARE_KINDS['treatment/considerations']),
    response: read('response', CARE_KINDS.response),
    monitoring: read('monitoring', CARE_KINDS.monitoring),
    recovery: read('recovery', CARE_KINDS.recovery),
    support: read('support', CARE_KINDS.support),
    coding: read('coding', CARE_KINDS.coding),
    centres: read('centres', CARE_KINDS.centres),
    glossary: read('glossary', CARE_KINDS.glossary),
    teaching: read('teaching', CARE_KINDS.teaching),
    pages: read('pages', CARE_KINDS.pages),
  }
}

function readKind<S extends TSchema>(files: readonly SourceFile[], schema: S, problems: Problem[]): Entries<Static<S>> {
  const entries = new Map<string, Entry<Static<S>>>()
  for (const file of files) {
    const entry = readEntry(file, schema, problems)
    if (!entry) continue
    const twin = entries.get(entry.id)
    if (twin) {
      const what = `${entry.id} is also in ${twin.at([])}`
      problems.push({ code: 'id-twice', at: entry.at([]), what, hint: 'an id belongs to one file of its kind' })
    } else entries.set(entry.id, entry)
  }
  return entries
}

// Compiling a schema costs more than a thousand checks; the kinds are few.
const checks = new Map<TSchema, (value: unknown) => boolean>()

function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  let check = checks.get(schema)
  if (!check) {
    const validator = Compile(schema)
    check = (candidate) => validator.Check(candidate)
    checks.set(schema, check)
  }
  return check(value)
}

function readEntry<S extends TSchema>(file: SourceFile, schema: S, problems: Problem[]): Entry<Static<S>> | undefined {
  const name = `${ROOT}/${file.path}`
  const steps = file.path.replace(/\.yaml$/, '').split('/')
  const id = steps.at(-1) ?? ''
  if (!ID.test(id)) {
    problems.push({
      code: 'file-name',
      at: `${name}:1`,
      what: `"${id}" cannot be an id`,
      hint: 'file names are lower case, digits and hyphens: they are the ids',
    })
    return undefined
  }
  const { yaml, problems: broken } = readYaml(file.text, name)
  problems.push(...broken)
  if (!yaml) return undefined
  const { content, at } = yaml
  if (fits(schema, content)) return { id, section: steps.slice(1, -1).join('/'), content, at }
  const before = problems.length
  explainShape(schema, content, (path, what, hint) => {
    const where = path.length > 0 ? `${path.join(' / ')}: ` : ''
    problems.push({ code: 'knowledge-invalid', at: at(path), what: `${where}${what}`, hint })
  })
  if (problems.length === before) {
    problems.push({
      code: 'knowledge-invalid',
      at: at([]),
      what: 'the entry has not the shape of its schema',
      hint: 'see src/schema',
    })
  }
  return undefined
}

function readPhrases(
  files: readonly SourceFile[],
  problems: Problem[],
): ReadonlyMap<string, ReadonlyMap<string, Phrase>> {
  const languages = new Map<string, Map<string, Phrase>>()
  for (const file of files) {
    const entry = readEntry(file, KINDS.phrases, problems)
    if (!entry) continue
    const phrases = languages.get(entry.section) ?? new Map<string, Phrase>()
    languages.set(entry.section, phrases)
    for (const [id, text] of Object.entries(entry.content)) {
      const at = entry.at([id])
      const twin = phrases.get(id)
      if (twin)
        problems.push({
          code: 'id-twice',
          at,
          what: `the phrase ${id} is also in ${twin.at}`,
          hint: 'keep one of the two',
        })
      else phrases.set(id, { text, at })
    }
  }
  return languages
}

function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\n${text}\n`)
  return hash.digest('hex')
}
