import { type CodeIndex, type FhirResource, isFields, type ReadItem, readFhirPerson } from '../../../adapters/index.ts'
import type { Engine } from '../../../core/engine.ts'
import { type Problem, problem } from '../../../core/problem.ts'
import { decode } from '../decode.ts'
import type { ResourceReader } from './scan.ts'
import type { SpilledLine } from './spill.ts'

/** What reading the lines of persons needs. */
export interface PersonReading {
  /** The files together, as the places of persons name them. */
  readonly name: string
  readonly files: readonly string[]
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly personOf: ResourceReader['personOf']
}

/** Resources that belong to nobody and that persons refer to, by `Medication/id`, with how often they were asked for. */
export class SharedResources {
  readonly #resources = new Map<string, { readonly resource: FhirResource; used: boolean }>()
  readonly #problems: Problem[] = []
  #bytes = 0

  add(reading: PersonReading, id: string, line: SpilledLine): void {
    this.#bytes += line.bytes.length
    const at = placeOf(reading, line)
    if (this.#bytes > MOST_SHARED) {
      const what = `${id} and further drugs that are described apart from their orders are more than can be held`
      const hint = 'give the files of fewer persons at a time'
      if (this.#problems.length === 0) this.#problems.push(problem('too-large', at, what, hint))
      return
    }
    const { resource } = resourceOf(reading, line)
    if (resource) this.#resources.set(id, { resource, used: false })
  }

  /** Those that resources refer to as their drug. */
  *of(resources: readonly FhirResource[]): Generator<FhirResource> {
    if (this.#resources.size === 0) return
    for (const { value } of resources) {
      const reference = isFields(value) && isFields(value.medicationReference) && value.medicationReference.reference
      if (typeof reference !== 'string') continue
      const found = this.#resources.get(reference.split('/').slice(-2).join('/'))
      if (found === undefined) continue
      found.used = true
      yield found.resource
    }
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  get used(): number {
    return [...this.#resources.values()].filter(({ used }) => used).length
  }

  get unused(): number {
    return this.#resources.size - this.used
  }
}

const MOST_SHARED = 64 * 1024 * 1024

/**
 * Reads the lines of one person; of several, where two names had one number. A drug that stands apart from its orders is
 * given to each person who refers to it, and counted once by `SharedResources`.
 */
export function* readPersons(
  reading: PersonReading,
  lines: readonly SpilledLine[],
  shared: SharedResources,
): Generator<ReadItem> {
  const persons = new Map<string, { resources: FhirResource[]; problems: Problem[] }>()
  for (const line of lines) {
    const { resource, problems } = resourceOf(reading, line)
    const name = (resource && reading.personOf(resource.value)) ?? ''
    let person = persons.get(name)
    if (person === undefined) {
      person = { resources: [], problems: [] }
      persons.set(name, person)
    }
    if (resource) person.resources.push(resource)
    person.problems.push(...problems)
  }
  const { engine, codes } = reading
  for (const [name, { resources, problems }] of persons) {
    const drugs = [...new Set(shared.of(resources))]
    yield withProblems(readFhirPerson(`${reading.name}#${name}`, resources, engine, codes, drugs), problems)
  }
}

function withProblems(item: ReadItem, problems: readonly Problem[]): ReadItem {
  if (problems.length === 0) return item
  const all = [...problems, ...item.problems]
  return { ...item, problems: all, ...(item.record && { record: { ...item.record, problems: all } }) }
}

function placeOf({ files }: PersonReading, { file, line }: SpilledLine): string {
  return `${files[file]}:${line + 1}`
}

function resourceOf(
  reading: PersonReading,
  line: SpilledLine,
): { readonly resource: FhirResource | undefined; readonly problems: readonly Problem[] } {
  const at = placeOf(reading, line)
  // Never the first byte of the file: a mark of byte order was cut off with the blanks before the line.
  const { text, problems } = decode(line.bytes, at, Math.max(1, line.offset))
  return { resource: { at, value: JSON.parse(text) as unknown }, problems }
}
