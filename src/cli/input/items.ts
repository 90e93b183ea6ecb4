import type { Readable } from 'node:stream'
import type { CodeIndex, ReadItem } from '../../adapters/index.ts'
import { isTable } from '../../adapters/table/grid.ts'
import type { Engine } from '../../core/engine.ts'
import { type Problem, problem } from '../../core/problem.ts'
import type { LinesFile } from './bulk/bulk.ts'
import { openFiles, resourceItems } from './bulk/open.ts'
import { beginsWithResource } from './bulk/peek.ts'
import { chunksOf, reasonOf, UnreadableError } from './chunks.ts'
import { decode } from './decode.ts'
import { type Line, linesOf, toUtf8 } from './lines.ts'
import type { Source } from './sources.ts'
import type { ReadTable } from './tables.ts'

/** Above this a file is read line by line, and a line above it is no record. */
const WHOLE_FILE_LIMIT = 64 * 1024 * 1024
/** What one JavaScript string can hold, with room to spare. */
const TEXT_LIMIT = 400 * 1024 * 1024
const LF = 0x0a

/** What reads documents and lines; the adapters, or a stand-in in tests. */
export interface Readers {
  readonly readDocument: (name: string, text: string, engine: Engine, codes: CodeIndex) => readonly ReadItem[]
  readonly readLine: (name: string, line: number, text: string, engine: Engine, codes: CodeIndex) => ReadItem
}

export interface ItemOptions {
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly readers: Readers
  readonly stdin: Readable
  /** Reads files whose name says that they are tables; without it they are problems. */
  readonly readTable?: ReadTable
  readonly wholeFileLimit?: number
  /** Told how much of a large file was looked at, before its first record is given. */
  readonly tell?: (bytes: number) => void
}

/**
 * Every record of a source, or the problems in its place, in input order. Files of lines (`.ndjson`, `.jsonl`, or
 * large ones whose first line is an object) are streamed; others are read whole. Never throws for bad input.
 */
export async function* itemsOf(source: Source, options: ItemOptions): AsyncGenerator<ReadItem> {
  if (source.problem) {
    yield { input: source.name, problems: [source.problem] }
    return
  }
  if (source.omop) {
    // DuckDB is only loaded by who needs it.
    const { omopItems } = await import('./omop/read.ts')
    yield* omopItems(source.name, options.engine, options.codes)
    return
  }
  try {
    if (source.resources) {
      const { files, small } = await openFiles(source.resources)
      yield* resourcesOf(source.name, files, small, options)
      return
    }
    const chunks = chunksOf(source.name, source.stdin ? options.stdin : undefined)
    if (/\.(ndjson|jsonl)(\.gz)?$/i.test(source.name)) yield* lineItems(source.name, chunks, options)
    else yield* documentItems(source.name, chunks, options)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    yield { input: source.name, problems: [unreadable(source.name, error)] }
  }
}

function unreadable(name: string, error: UnreadableError): Problem {
  if (error.code === 'file-not-found') {
    return problem('file-not-found', name, `cannot be read: ${reasonOf(error)}`, 'check the name and the permissions')
  }
  return problem(
    'file-compressed-badly',
    name,
    `cannot be unpacked: ${error.message}`,
    'pack it again with gzip, or give the file unpacked',
  )
}

async function* documentItems(
  name: string,
  chunks: AsyncGenerator<Buffer>,
  options: ItemOptions,
): AsyncGenerator<ReadItem> {
  const limit = options.wholeFileLimit ?? WHOLE_FILE_LIMIT
  const held: Buffer[] = []
  let size = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    held.push(next.value)
    size += next.value.length
    if (size <= limit) continue
    if (!isTable(name) && startsWithObjectLine(held)) {
      yield* lineItems(name, chain(held, chunks), options)
      return
    }
    if (size > TEXT_LIMIT) {
      const what = `more than ${TEXT_LIMIT / 1024 / 1024} MB in one ${isTable(name) ? 'table' : 'JSON value'}`
      yield {
        input: name,
        problems: [problem('too-large', name, what, 'write one record per line and name the file .ndjson')],
      }
      return
    }
  }
  const bytes = Buffer.concat(held)
  if (bytes.length === 0) {
    yield {
      input: name,
      problems: [problem('file-empty', name, 'the file holds nothing', 'give a file with a record in it')],
    }
    return
  }
  const { text, problems } = decode(bytes, name)
  const items = isTable(name)
    ? tableItems(name, text, options)
    : options.readers.readDocument(name, text, options.engine, options.codes)
  yield* withProblems(items, problems)
}

function tableItems(name: string, text: string, { readTable }: ItemOptions): readonly ReadItem[] {
  if (readTable) return readTable(name, text)
  const hint = `write a record out of it first: scansion convert ${JSON.stringify(name)} --guess tells how`
  return [{ input: name, problems: [problem('format-unknown', name, 'a table is not read here', hint)] }]
}

/** Persons whose resources stand one a line; a line that is none of theirs is read by itself. */
function resourcesOf(
  name: string,
  files: readonly LinesFile[],
  small: boolean,
  options: ItemOptions,
): AsyncGenerator<ReadItem> {
  const { engine, codes, tell } = options
  const readItself = (file: string, line: Line) => lineItem(file, line, options)
  return resourceItems(name, files, small, { engine, codes, readItself, ...(tell && { tell }) })
}

async function* lineItems(
  name: string,
  chunks: AsyncGenerator<Buffer>,
  options: ItemOptions,
): AsyncGenerator<ReadItem> {
  const held: Buffer[] = []
  let size = 0
  // A file whose name does not tell, or standard input: its first line shows whether the lines are resources.
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    held.push(next.value)
    size += next.value.length
    if (next.value.includes(LF) || size > WHOLE_FILE_LIMIT) break
  }
  if (beginsWithResource(Buffer.concat(held))) {
    yield* resourcesOf(name, [{ name, chunks: toUtf8(chain(held, chunks)) }], false, options)
    return
  }
  let records = 0
  for await (const line of linesOf(chain(held, chunks), options.wholeFileLimit ?? WHOLE_FILE_LIMIT)) {
    const item = lineItem(name, line, options)
    if (!item) continue
    records++
    yield item
  }
  if (records === 0)
    yield {
      input: name,
      problems: [problem('file-empty', name, 'the file holds no line with a record', 'write one record per line')],
    }
}

function lineItem(name: string, line: Line, { engine, codes, readers }: ItemOptions): ReadItem | undefined {
  const at = `${name}:${line.number}`
  if (line.tooLong) {
    const what = 'the line is longer than any record'
    return { input: at, problems: [problem('too-large', at, what, 'write one record per line')] }
  }
  const { text, problems } = decode(line.bytes, at, line.offset)
  if (text.trim() === '') return undefined
  const [item] = withProblems([readers.readLine(name, line.number, text, engine, codes)], problems)
  return item
}

/**
 * Problems of the bytes go to the first record of the file: they concern what was read from it. They name the byte,
 * so they stand for what the reader says of the same loss.
 */
function withProblems(items: readonly ReadItem[], problems: readonly Problem[]): readonly ReadItem[] {
  const [first, ...others] = items
  if (!first || problems.length === 0) return items
  const joined = (own: readonly Problem[]) => [...problems, ...own.filter(({ code }) => code !== 'file-encoding')]
  const record = first.record && { ...first.record, problems: joined(first.record.problems) }
  return [{ ...first, ...(record ? { record } : undefined), problems: joined(first.problems) }, ...others]
}

function startsWithObjectLine(held: readonly Buffer[]): boolean {
  const { text } = decode(Buffer.concat(held.slice(0, 2)), '')
  const line = text.trimStart().split('\n', 1)[0] ?? ''
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

async function* chain(held: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* held
  yield* rest
}
