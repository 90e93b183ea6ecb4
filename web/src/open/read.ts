import { writeRecord } from '../../../src/adapters/case/write.ts'
import {
  type CodeIndex,
  type NamedText,
  type ReadItem,
  readDocument,
  readDocuments,
} from '../../../src/adapters/index.ts'
import { gridOf, guessMapping, isTable, namesOf, readTable } from '../../../src/adapters/table/index.ts'
import { encodingOf } from '../../../src/adapters/text.ts'
import { assess } from '../../../src/assess/index.ts'
import { type Engine, problem } from '../../../src/core/index.ts'
import type { WordsFile } from '../../../src/load/files/words.ts'
import type { Input, Person, TableGuess } from './messages.ts'

export interface Knowing {
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly words: WordsFile
}

/** What was read of one input: its items, or how a table would be read, for a person to accept. */
export interface ReadInput {
  readonly items: readonly ReadItem[]
  readonly guess?: TableGuess
}

/**
 * Reads one input in whichever of the formats it is. Never throws for what it holds.
 * Example: `readInput({ name: 'a.json', text: '{"findings": []}' }, knowing, false)`.
 */
export async function readInput(input: Input, knowing: Knowing, acceptGuess: boolean): Promise<ReadInput> {
  const found = await namedText(input)
  if ('problems' in found) return { items: [found] }
  const { engine, codes, words } = knowing
  const { text } = found
  if (!isTable(input.name) && !looksLikeTable(input, text))
    return { items: readDocument(input.name, text, engine, codes) }
  const grid = gridOf(input.name, text, undefined)
  const { mapping, says } = guessMapping(grid, engine, namesOf(engine, codes, words.findings))
  if (acceptGuess || grid.rows.length < 2) return { items: readTable(grid, mapping, engine) }
  return { items: [], guess: { name: input.name, says } }
}

/**
 * Files of lone resources of FHIR that were opened together, as bulk export writes one for each kind, and what else was
 * opened: of one person several of them may tell. Nothing is joined where only one file holds resources.
 */
export async function joinedOf(
  inputs: readonly Input[],
): Promise<{ readonly joined: readonly Input[]; readonly others: readonly Input[] }> {
  const lone = await Promise.all(inputs.map(holdsLone))
  const joined = inputs.filter((_, index) => lone[index])
  if (joined.length < 2) return { joined: [], others: inputs }
  return { joined, others: inputs.filter((_, index) => !lone[index]) }
}

/** Reads files together, by person. Example: `readJoined(joined, knowing)`, of what `joinedOf` found. */
export async function readJoined(inputs: readonly Input[], { engine, codes }: Knowing): Promise<readonly ReadItem[]> {
  const found = await Promise.all(inputs.map((input) => namedText(input)))
  const texts = found.flatMap((one): readonly NamedText[] => ('problems' in one ? [] : [one]))
  const broken = found.flatMap((one): readonly ReadItem[] => ('problems' in one ? [one] : []))
  return [...broken, ...readDocuments(texts, engine, codes)]
}

/** As much of a file as is read to tell whether it is one of resources: the first of them may be long. */
const PEEK = 1_000_000
const LONE = /^[\s\uFEFF[]*\{[^{}[\]]*"resourceType"\s*:\s*"(?!Bundle|QuestionnaireResponse)/

/** Whether a file begins with a resource that is no Bundle and no filled-in questionnaire. */
async function holdsLone(input: Input): Promise<boolean> {
  if ('text' in input || isTable(input.name)) return false
  const found = await namedText(input, PEEK)
  return !('problems' in found) && LONE.test(found.text)
}

async function namedText(input: Input, most?: number): Promise<NamedText | ReadItem> {
  try {
    return { name: input.name, text: 'text' in input ? input.text : await textOf(input.file, most) }
  } catch (error) {
    const what = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    const code = /\.gz$/i.test(input.name) ? 'file-compressed-badly' : 'file-not-found'
    const hint = 'check that it is there and not damaged'
    return { input: input.name, problems: [problem(code, input.name, what, hint)] }
  }
}

/** Pasted text has no name to tell a table by: it is one when its first line has several cells and is no JSON or YAML. */
function looksLikeTable(input: Input, text: string): boolean {
  if (!('text' in input)) return false
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/)
  return /^[^{[:]*[,;\t][^{[:]*$/.test(first) && /[,;\t]/.test(second)
}

/** The text of a file; of a plain one only `most` bytes where that many are enough. */
async function textOf(file: File, most?: number): Promise<string> {
  const packed = /\.gz$/i.test(file.name)
  const part = most === undefined || packed ? file : file.slice(0, most)
  const stream = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : undefined
  const bytes = new Uint8Array(stream ? await new Response(stream).arrayBuffer() : await part.arrayBuffer())
  const { encoding, mark } = encodingOf(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark))
}

/** A person who was read, in the form the page works with; undefined where there is no record. */
export function personOf(item: ReadItem, engine: Engine, today: string): Person | undefined {
  const { record, input, problems, hints = [], coverage } = item
  if (!record) return undefined
  const { written, places, losses } = writeRecord(record, engine)
  const { conclusion, redFlags } = assess(engine, record, { today })
  return {
    input,
    id: record.id,
    record: written,
    places,
    intake: { problems, hints, losses, ...(coverage && { coverage }) },
    summary: {
      facts: record.facts.filter(({ madeFrom }) => madeFrom === undefined).length + record.courses.length,
      value: conclusion.value,
      recorded: conclusion.recorded !== undefined,
      ...(conclusion.grade && { grade: conclusion.grade }),
      ...(redFlags.value === true && redFlags.quiet === undefined && redFlags.level && { flag: redFlags.level }),
    },
  }
}
