import {
  type CodeIndex,
  type FhirResource,
  isFields,
  type ReadItem,
  readFhirPerson,
  subjectOf,
} from '../../../adapters/index.ts'
import { parseJson, pointerOf } from '../../../adapters/json.ts'
import type { Engine } from '../../../core/engine.ts'
import { type Problem, problem } from '../../../core/problem.ts'
import { decode } from '../decode.ts'
import type { Line } from '../lines.ts'
import { type SpilledLine, spilledLines } from './spill.ts'

/** What the lines of all persons have in common. */
export interface Together {
  /** The files together, as the places of persons name them. */
  readonly name: string
  readonly files: readonly string[]
  /** Drugs that stand apart from their orders, by `Medication/id`. */
  readonly drugs: ReadonlyMap<string, FhirResource>
  /** Reads a line by itself, to say what is wrong with it. */
  readonly readItself: (file: string, line: Line) => ReadItem | undefined
}

/** Reads persons from the lines that were kept of them. */
export class PersonReader {
  readonly #together: Together
  readonly #engine: Engine
  readonly #codes: CodeIndex
  readonly #drugsUsed = new Set<string>()

  constructor(together: Together, engine: Engine, codes: CodeIndex) {
    this.#together = together
    this.#engine = engine
    this.#codes = codes
  }

  /** The persons of a part, in the order in which they were first met. */
  *read(part: Buffer): Generator<ReadItem> {
    const persons = new Map<number, SpilledLine[]>()
    for (const line of spilledLines(part)) {
      const lines = persons.get(line.person)
      if (lines) lines.push(line)
      else persons.set(line.person, [line])
    }
    const order = [...persons.keys()].sort((a, b) => a - b)
    for (const person of order) yield* this.#named(persons.get(person) ?? [])
  }

  /** Drugs that stand apart and that somebody referred to. */
  get drugsUsed(): number {
    return this.#drugsUsed.size
  }

  /** The person of these lines; several, where two names had one number. */
  *#named(lines: readonly SpilledLine[]): Generator<ReadItem> {
    const persons = new Map<string, { resources: FhirResource[]; problems: Problem[] }>()
    for (const line of lines) {
      const { resource, problems } = resourceOf(this.#together, line)
      if (resource === undefined) {
        yield* this.#broken(line)
        continue
      }
      const name = subjectOf(resource.value) ?? ''
      let person = persons.get(name)
      if (person === undefined) {
        person = { resources: [], problems: [] }
        persons.set(name, person)
      }
      person.resources.push(resource)
      person.problems.push(...problems)
    }
    for (const [name, { resources, problems }] of persons) {
      const input = `${this.#together.name}#${name}`
      const drugs = [...this.#drugsOf(resources)]
      yield withProblems(readFhirPerson(input, resources, this.#engine, this.#codes, drugs), problems)
    }
  }

  /** A line that names its person and is no JSON: whose it was cannot be relied on, so it is told by itself. */
  *#broken({ file, line, bytes, offset }: SpilledLine): Generator<ReadItem> {
    const { files, readItself } = this.#together
    const item = readItself(files[file] ?? '', { number: line + 1, bytes, offset, tooLong: false })
    if (item) yield item
  }

  /** The drugs that stand apart and that these resources refer to, each once. */
  #drugsOf(resources: readonly FhirResource[]): Iterable<FhirResource> {
    const { drugs } = this.#together
    const found = new Set<FhirResource>()
    if (drugs.size === 0) return found
    for (const { value } of resources) {
      const reference = isFields(value) && isFields(value.medicationReference) && value.medicationReference.reference
      if (typeof reference !== 'string') continue
      const id = reference.split('/').slice(-2).join('/')
      const drug = drugs.get(id)
      if (drug === undefined) continue
      found.add(drug)
      this.#drugsUsed.add(id)
    }
    return found
  }
}

function withProblems(item: ReadItem, problems: readonly Problem[]): ReadItem {
  if (problems.length === 0) return item
  const all = [...problems, ...item.problems]
  return { ...item, problems: all, ...(item.record && { record: { ...item.record, problems: all } }) }
}

/** A line that was kept as a resource, parsed; without the resource where it is no JSON. */
export function resourceOf(
  { files }: Pick<Together, 'files'>,
  line: SpilledLine,
): { readonly resource: FhirResource | undefined; readonly problems: readonly Problem[] } {
  const at = `${files[line.file]}:${line.line + 1}`
  // Never the first byte of the file: a mark of byte order was cut off with the blanks before the line.
  const { text, problems } = decode(line.bytes, at, Math.max(1, line.offset))
  const parsed = parseJson(text)
  // Whoever reads the line by itself says what is wrong with it.
  if (parsed.broken) return { resource: undefined, problems: [] }
  const found = parsed.found.map(({ code, path, what, hint }) => problem(code, `${at}#${pointerOf(path)}`, what, hint))
  return { resource: { at, value: parsed.value }, problems: [...problems, ...found] }
}
