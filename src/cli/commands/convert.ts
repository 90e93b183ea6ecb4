import type { Loss } from '../../adapters/case/loss.ts'
import { writeRecord } from '../../adapters/case/write.ts'
import {
  type CodeIndex,
  type ReadItem,
  readDocument,
  readLine,
  withAssessment,
  writeFhir,
  writeFhirRecord,
} from '../../adapters/index.ts'
import { writePacket } from '../../adapters/phenopacket/write.ts'
import { isTable } from '../../adapters/table/grid.ts'
import { CSV_HEADER, csvLine, writeRows } from '../../adapters/table/index.ts'
import { assess } from '../../assess/index.ts'
import { createEngine, type Engine, losesInput, type PersonRecord } from '../../core/index.ts'
import { builtCodeIndex, builtKnowledge } from '../built.ts'
import { FactsFolder } from '../convert/facts.ts'
import { tellHints, tellLosses, tellProblems } from '../convert/tell.ts'
import { CONVERT_TO, type ConvertTo, FHIR_CONTENT, type FhirContent } from '../convert-to.ts'
import { CoverageTotal } from '../coverage.ts'
import { checkFolder } from '../folder.ts'
import { itemsOf } from '../input/items.ts'
import { sourcesOf } from '../input/sources.ts'
import { guessedMapping, tableReader } from '../input/tables.ts'
import { EXIT, type Io, print, UsageError } from '../io.ts'
import { checkDay, localDay } from '../today.ts'

export interface ConvertFlags {
  readonly to?: string
  readonly mapping?: string
  readonly guess?: boolean
  readonly content?: string
  readonly out?: string
  readonly asOf?: string
  readonly force?: boolean
}

/** A record as text, and what the format could not carry. */
interface Made {
  readonly text: string
  readonly losses: readonly Loss[]
}

/**
 * Reads every record of the files and writes it in another format on standard output, tables of facts into a folder;
 * with `guess` the mapping of one table. What could not be read, and what the format cannot carry, is told on standard error.
 * Example: `await convertCommand(["a.csv"], { to: "record", mapping: "guess" }, process)`.
 */
export async function convertCommand(files: readonly string[], flags: ConvertFlags, io: Io): Promise<number> {
  const engine = createEngine(builtKnowledge())
  const codes = builtCodeIndex()
  const [file = '', ...others] = files
  if (flags.guess && (others.length > 0 || !isTable(file)))
    throw new UsageError('--guess takes one table: a file ending in .csv or .tsv (also .gz)')
  const to = flags.guess ? 'csv' : formatOf(flags.to)
  const readTable = flags.guess ? guessing(engine, io) : tableReader(flags.mapping, engine, codes, io)
  const reading = { engine, codes, readers: { readDocument, readLine }, stdin: io.stdin, readTable }
  const content = contentOf(flags.content, to)
  checkFactFlags(flags, to)
  const writer =
    to === 'facts'
      ? await FactsFolder.open(factsFolder(flags), engine, flags.asOf, io)
      : new Writer(to, content, engine, codes, io)
  const coverage = await CoverageTotal.into()
  let lost = false
  for (const source of await sourcesOf(files)) {
    for await (const item of itemsOf(source, reading)) {
      lost ||= item.problems.some(losesInput)
      tellProblems(item.problems, io)
      tellHints(item, io)
      coverage.add(item)
      if (item.record && !(await writer.take(item.record))) return EXIT.done
    }
  }
  if (!flags.guess) await writer.end()
  await coverage.tell(io)
  return lost || writer.lost ? EXIT.inputLost : EXIT.done

  /** Writes the mapping in place of records. */
  function guessing(known: Engine, streams: Io) {
    return (name: string, text: string): readonly ReadItem[] => {
      streams.stdout.write(guessedMapping(name, text, known, codes, streams))
      return []
    }
  }
}

function formatOf(to: string | undefined): ConvertTo {
  const known = CONVERT_TO.find((name) => name === to)
  if (known === undefined) {
    const list = CONVERT_TO.join(', ')
    throw new UsageError(to === undefined ? `say what to write: --to ${list}` : `--to "${to}" is none of ${list}`)
  }
  return known
}

function contentOf(content: string | undefined, to: ConvertTo): FhirContent {
  if (content !== undefined && to !== 'fhir') throw new UsageError('--content is about --to fhir: leave it out')
  const known = FHIR_CONTENT.find((name) => name === (content ?? FHIR_CONTENT[0]))
  if (known === undefined) throw new UsageError(`--content "${content}" is none of ${FHIR_CONTENT.join(', ')}`)
  return known
}

/** What is about tables of facts alone is wrong usage elsewhere. */
function checkFactFlags({ out, asOf, force }: ConvertFlags, to: ConvertTo): void {
  if (to !== 'facts') {
    const [flag] = [out !== undefined && '--out', asOf !== undefined && '--as-of', force && '--force'].filter(Boolean)
    if (flag) throw new UsageError(`${flag} is about --to facts: what else is written goes to standard output`)
  }
  checkDay(asOf)
}

function factsFolder({ out, force = false }: ConvertFlags): string {
  if (out === undefined) throw new UsageError('--to facts writes several tables: name a folder with --out')
  checkFolder(out, force)
  return out
}

/** Writes records as they come: one alone as a readable object, several as a line each; rows of a table as rows. */
class Writer {
  readonly #to: ConvertTo
  readonly #content: FhirContent
  readonly #engine: Engine
  readonly #io: Io
  readonly #codes: CodeIndex
  readonly #created = `${new Date().toISOString().slice(0, 19)}Z`
  readonly #ids = new Set<string>()
  /** What a format cannot carry is told; the input itself was read. */
  readonly lost = false
  #held: object | undefined
  #count = 0

  constructor(to: ConvertTo, content: FhirContent, engine: Engine, codes: CodeIndex, io: Io) {
    this.#content = content
    this.#codes = codes
    this.#to = to
    this.#engine = engine
    this.#io = io
  }

  /** False once the reader of the output has left. */
  async take(record: PersonRecord): Promise<boolean> {
    const { text, losses } = this.#made(record)
    tellLosses(record.id, this.#to, losses, this.#io)
    this.#count++
    return print(this.#io.stdout, text)
  }

  #made(record: PersonRecord): Made {
    if (this.#to === 'csv') {
      const { written, losses } = writeRows(record, this.#engine)
      const head = this.#count === 0 ? CSV_HEADER : ''
      const again = this.#ids.has(record.id)
      this.#ids.add(record.id)
      const what = `another record has the id ${JSON.stringify(record.id)}: read from the table they would be one`
      const all = again ? [...losses, { at: record.id, what }] : losses
      return { text: head + written.map(csvLine).join(''), losses: all }
    }
    const { written, losses } = this.#object(record)
    // The first is held back until it is known whether it stays alone.
    if (this.#count === 0) {
      this.#held = written
      return { text: '', losses }
    }
    const first = this.#held === undefined ? '' : `${JSON.stringify(this.#held)}\n`
    this.#held = undefined
    return { text: `${first}${JSON.stringify(written)}\n`, losses }
  }

  #object(record: PersonRecord): { readonly written: object; readonly losses: readonly Loss[] } {
    switch (this.#to) {
      case 'phenopacket':
        return writePacket(record, this.#engine, this.#codes, { created: this.#created })
      case 'fhir':
        return this.#fhir(record)
      default:
        return writeRecord(record, this.#engine)
    }
  }

  #fhir(record: PersonRecord): { readonly written: object; readonly losses: readonly Loss[] } {
    const carried =
      this.#content === 'assessment' ? undefined : writeFhirRecord(record, this.#engine, this.#codes, this.#created)
    if (carried !== undefined && this.#content === 'record') return carried
    const assessment = assess(this.#engine, record, { today: localDay(new Date()) })
    const said = writeFhir(assessment, this.#engine, this.#created)
    if (carried !== undefined) return { written: withAssessment(carried.written, said), losses: carried.losses }
    const what =
      'the record itself is not written, only what Scansion says of it with the facts behind each verdict; --content record writes it'
    return { written: said, losses: [{ at: record.id, what }] }
  }

  async end(): Promise<void> {
    if (this.#held !== undefined) await print(this.#io.stdout, `${JSON.stringify(this.#held, null, 2)}\n`)
  }
}
