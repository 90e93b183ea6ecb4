import { type CodeIndex, type ReadItem, Tally } from '../../../adapters/index.ts'
import type { Engine } from '../../../core/engine.ts'
import type { Line } from '../lines.ts'
import { blocksOf } from './blocks.ts'
import { Ordinals } from './ordinals.ts'
import { type PersonReading, readPersons, SharedResources } from './persons.ts'
import type { Piece, ScannedBlock, Scanning } from './pool.ts'
import { rangesOf } from './range.ts'
import { FIELDS, KEPT, type ResourceReader } from './scan.ts'
import { Spill } from './spill.ts'

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
  readonly personOf: ResourceReader['personOf']
  readonly scanning: Scanning
  /** Reads a line that is no resource of a person. */
  readonly readItself: (file: string, line: Line) => ReadItem | undefined
  /** Told how many bytes were looked at, block by block. */
  readonly tell?: (bytes: number) => void
  readonly blockSize?: number
  readonly held?: number
}

const BLOCK = 1024 * 1024
/** Codes that are gathered to find the most frequent ones. */
const LISTED = 5000

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
  const { engine, codes, personOf, scanning } = options
  const reading: PersonReading = { name, files: files.map((file) => file.name), engine, codes, personOf }
  const kept: Kept = { spill: new Spill(options.held), persons: new Ordinals(), shared: new SharedResources() }
  try {
    let scanned = 0
    for (const [index, file] of files.entries()) {
      let before = 0
      const start = scanned
      for await (const block of scanning.scan(piecesOf(file, options.blockSize ?? BLOCK))) {
        const place = { index, before, name: file.name }
        // What does not end within a line's limit is told, and passed over.
        const item = block.tooLong && options.readItself(file.name, tooLong(block, before))
        if (item) yield item
        else if (!block.tooLong) yield* keep(block, place, kept, reading, options)
        if (!block.tooLong) before += block.lines
        scanned = start + block.offset
        options.tell?.(scanned)
      }
    }
    for (const lines of kept.spill.persons()) yield* readPersons(reading, lines, kept.shared)
    yield await passedBy(name, kept.shared, scanning)
  } finally {
    kept.spill.close()
  }
}

function piecesOf({ name, size, chunks }: LinesFile, block: number): AsyncIterable<Piece> | Iterable<Piece> {
  return size === undefined ? blocksOf(chunks, block) : rangesOf(name, size, block)
}

function tooLong({ bytes, offset }: ScannedBlock, before: number): Line {
  return { number: before + 1, bytes: Buffer.from(bytes), offset, tooLong: true }
}

interface Kept {
  readonly spill: Spill
  readonly persons: Ordinals
  readonly shared: SharedResources
}

/** Keeps the lines of persons; what stands for itself is read at once. */
function* keep(
  block: ScannedBlock,
  file: { readonly index: number; readonly before: number; readonly name: string },
  { spill, persons, shared }: Kept,
  reading: PersonReading,
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
    else if (kind === KEPT.shared) shared.add(reading, person, found)
    else {
      const { bytes, offset } = found
      const item = readItself(file.name, { number: found.line + 1, bytes, offset, tooLong: false })
      if (item) yield item
    }
  }
}

async function passedBy(name: string, shared: SharedResources, scanning: Scanning): Promise<ReadItem> {
  const tally = new Tally()
  for (const coverage of await scanning.coverage(LISTED)) tally.add(coverage)
  if (shared.used > 0) tally.count('Medication', 'used', shared.used)
  if (shared.unused > 0) tally.count('Medication', 'setAside', shared.unused)
  return { input: name, problems: shared.problems, coverage: tally.coverage() }
}
