import { type CodeIndex, type Coverage, type ReadItem, Tally } from '../../../adapters/index.ts'
import type { Engine } from '../../../core/engine.ts'
import type { Line } from '../lines.ts'
import { blocksOf } from './blocks.ts'
import { Drugs } from './drugs.ts'
import { Ordinals } from './ordinals.ts'
import { PersonReader, resourceOf } from './persons.ts'
import { rangesOf } from './range.ts'
import { FIELDS, KEPT } from './scan.ts'
import { Spill } from './spill.ts'
import type { Piece, ScannedBlock, Threads } from './threads.ts'

/** One file of lines. */
export interface LinesFile {
  readonly name: string
  /** How many bytes it has, if it can be read at any place: then the threads that scan it read it themselves. */
  readonly size?: number
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface BulkOptions {
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly threads: Threads
  /** Reads a line that is no resource of a person. */
  readonly readItself: (file: string, line: Line) => ReadItem | undefined
  /** Told how many bytes were looked at, block by block. */
  readonly tell?: (bytes: number) => void
  readonly blockSize?: number
  readonly held?: number
}

const BLOCK = 2 * 1024 * 1024
const DRUG = 'Medication'

/**
 * Reads files of FHIR resources, one a line and in any order, person by person. First every line is looked at and those
 * that may state something are kept; then the persons are read, in the order in which they were first met. A line that is
 * a Bundle, a record, or broken is an item of its own, given when it is met. The last item has no record: it tells what
 * the lines were that were passed by.
 */
export async function* bulkItems(
  name: string,
  files: readonly LinesFile[],
  options: BulkOptions,
): AsyncGenerator<ReadItem> {
  const { engine, codes, threads } = options
  const kept: Kept = { spill: new Spill(options.held), persons: new Ordinals(), drugs: new Drugs() }
  const names = files.map((file) => file.name)
  try {
    let scanned = 0
    for (const [index, file] of files.entries()) {
      let before = 0
      const start = scanned
      for await (const block of threads.scan(piecesOf(file, options.blockSize ?? BLOCK))) {
        // What does not end within a line's limit is told, and passed over.
        if (block.tooLong) yield* toldTooLong(block, file.name, before, options)
        else yield* keep(block, { index, before }, kept, names, options)
        if (!block.tooLong) before += block.lines
        scanned = start + block.offset
        options.tell?.(scanned)
      }
    }
    const passed = await threads.coverage()
    // Their memory is wanted for the persons.
    await threads.close()
    const reader = new PersonReader(
      { name, files: names, drugs: kept.drugs.found, readItself: options.readItself },
      engine,
      codes,
    )
    for (const part of kept.spill.parts()) yield* reader.read(part)
    yield passedBy(name, passed, kept.drugs, reader.drugsUsed)
  } finally {
    kept.spill.close()
  }
}

function piecesOf({ name, size, chunks }: LinesFile, block: number): AsyncIterable<Piece> | Iterable<Piece> {
  return size === undefined ? blocksOf(chunks, block) : rangesOf(name, size, block)
}

function* toldTooLong(
  { bytes, offset }: ScannedBlock,
  file: string,
  before: number,
  { readItself }: BulkOptions,
): Generator<ReadItem> {
  const item = readItself(file, { number: before + 1, bytes: Buffer.from(bytes), offset, tooLong: true })
  if (item) yield item
}

interface Kept {
  readonly spill: Spill
  readonly persons: Ordinals
  readonly drugs: Drugs
}

/** Keeps the lines of persons; what stands for itself is read at once. */
function* keep(
  block: ScannedBlock,
  file: { readonly index: number; readonly before: number },
  { spill, persons, drugs }: Kept,
  files: readonly string[],
  { readItself }: BulkOptions,
): Generator<ReadItem> {
  const { kept, bytes } = block
  let at = 0
  for (const [index, person] of block.persons.entries()) {
    const fields = kept.subarray(index * FIELDS, index * FIELDS + FIELDS)
    const [kind = KEPT.itself, line = 0, length = 0, start = 0] = fields
    const found = {
      person: 0,
      file: file.index,
      line: file.before + line,
      offset: block.offset + start,
      bytes: Buffer.from(bytes.buffer, at, length),
    }
    at += length
    if (kind === KEPT.person) spill.add({ ...found, person: persons.of(person) })
    else if (kind === KEPT.shared) {
      const { resource } = resourceOf({ files }, found)
      if (resource) drugs.add(person, resource, length)
    } else {
      const { bytes, offset } = found
      const item = readItself(files[file.index] ?? '', { number: found.line + 1, bytes, offset, tooLong: false })
      if (item) yield item
    }
  }
}

/** What is told at the end: the lines that were passed by, and drugs, which belong to nobody. */
function passedBy(name: string, passed: readonly Coverage[], { found, problems }: Drugs, used: number): ReadItem {
  const tally = new Tally()
  for (const coverage of passed) tally.add(coverage)
  if (used > 0) tally.count(DRUG, 'used', used)
  if (found.size > used) tally.count(DRUG, 'setAside', found.size - used)
  return { input: name, problems, coverage: tally.coverage() }
}
