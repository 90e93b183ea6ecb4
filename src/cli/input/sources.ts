import { readdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { type Problem, problem } from '../../core/problem.ts'
import { holdsResources } from './bulk/peek.ts'
import { reasonOf } from './chunks.ts'
import { isDuckFile, isOmopFolder } from './omop/locate.ts'

/** One thing to read: a file, or standard input. */
export interface Source {
  readonly name: string
  readonly stdin: boolean
  readonly problem?: Problem
  /** An OMOP extract: a folder of tables, or a DuckDB file. */
  readonly omop?: true
  /** Files of FHIR resources, one a line, of which a person's may stand in several. */
  readonly resources?: readonly string[]
}

/** What a folder is searched for. */
const READABLE = /\.(json|ya?ml|ndjson|jsonl)(\.gz)?$/i

/**
 * The files behind the arguments, in their order; a folder gives the records in it and below it, by name.
 * What cannot be found becomes a problem in its place.
 * Example: `await sourcesOf(["a.json", "-"])`.
 */
export async function sourcesOf(args: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const name of args) sources.push(...(name === '-' ? [{ name: 'stdin', stdin: true }] : await behind(name)))
  return joined(sources)
}

/** Files of resources that follow each other are one source: an export writes a file for each type. */
function joined(sources: readonly Source[]): readonly Source[] {
  const all: Source[] = []
  for (const source of sources) {
    const before = all.at(-1)
    if (source.resources && before?.resources) {
      const resources = [...before.resources, ...source.resources]
      all[all.length - 1] = { name: folderOf(resources), stdin: false, resources }
    } else all.push(source)
  }
  return all
}

/** The folder that all files stand in, as they were named. */
function folderOf(files: readonly string[]): string {
  const [first = '.', ...others] = files.map((file) => dirname(file))
  let folder = first
  while (
    folder !== dirname(folder) &&
    !others.every((other) => other === folder || other.startsWith(`${folder}${sep}`))
  )
    folder = dirname(folder)
  return folder
}

async function fileSource(name: string): Promise<Source> {
  return (await holdsResources(name)) ? { name, stdin: false, resources: [name] } : { name, stdin: false }
}

async function behind(name: string): Promise<readonly Source[]> {
  try {
    const info = await stat(name)
    if (!info.isDirectory()) return [isDuckFile(name) ? { name, stdin: false, omop: true } : await fileSource(name)]
    if (isOmopFolder(await readdir(name))) return [{ name, stdin: false, omop: true }]
    const files = await walk(name)
    if (files.length > 0) return await Promise.all(files.map(fileSource))
    return [
      lost(name, 'the folder holds no record', 'records end in .json, .yaml, .ndjson or .jsonl, also packed as .gz'),
    ]
  } catch (error) {
    return [
      lost(
        name,
        `cannot be opened: ${reasonOf(error)}`,
        'check the name and the folder in which the command was started',
      ),
    ]
  }
}

function lost(name: string, what: string, hint: string): Source {
  return { name, stdin: false, problem: problem('file-not-found', name, what, hint) }
}

async function walk(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // Links are not followed into folders: they may lead in a circle.
    if (entry.isDirectory()) files.push(...(await walk(path)))
    else if (READABLE.test(entry.name)) files.push(path)
  }
  return files
}
