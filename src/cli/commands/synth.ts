import * as synth from '../../synth/index.ts'
import { NoDuckError } from '../input/omop/duck.ts'
import { EXIT, type Io, UsageError } from '../io.ts'
import { progressLine } from '../progress.ts'
import { CsvFolder, writeConcepts } from '../synth/csv.ts'
import { type Order, orderOf, type SynthFlags } from '../synth/flags.ts'
import { MixedResources } from '../synth/mixed-resources.ts'
import { ParquetFolder } from '../synth/parquet.ts'
import { Sink } from '../synth/sink.ts'

/**
 * Writes made-up histories, and beside them what is true of each: deterministic, a person at a time.
 * Example: `await synthCommand({ format: "record", persons: "10", seed: "7" }, process)`.
 */
export async function synthCommand(flags: SynthFlags, io: Io): Promise<number> {
  const order = orderOf(flags, synth)
  await write(order, await writerOf(order, io), io)
  return EXIT.done
}

/** Takes one person after another. `add` says false once nobody reads any more. */
interface Writer {
  readonly add: (history: synth.History) => Promise<boolean>
  readonly end: () => Promise<void>
  /** Takes away what is only needed while writing, also after a failure. */
  readonly close?: () => Promise<void>
}

async function writerOf(order: Order, io: Io): Promise<Writer> {
  if (order.format === 'omop' && order.out !== undefined) return folderWriter(order.out, order.parquet)
  const out = order.out === undefined ? Sink.stream(io.stdout) : await Sink.file(order.out)
  if (order.layout === 'resources') return new MixedResources(out)
  const shape = order.format === 'fhir' ? synth.asBundle : synth.asRecord
  const add = (history: synth.History) => {
    out.add(`${JSON.stringify(shape(history))}\n`)
    return out.flow()
  }
  return { add, end: () => out.end() }
}

async function folderWriter(folder: string, parquet: boolean): Promise<Writer> {
  if (parquet) {
    const tables = await parquetFolder(folder)
    return { add: always((history) => tables.add(history)), end: () => tables.end(), close: () => tables.close() }
  }
  await writeConcepts(folder)
  const tables = await CsvFolder.open(folder)
  return { add: always((history) => tables.add(history)), end: () => tables.end() }
}

/** A folder never has enough. */
function always(add: (history: synth.History) => Promise<void>): Writer['add'] {
  return (history) => add(history).then(() => true)
}

async function parquetFolder(folder: string): Promise<ParquetFolder> {
  return ParquetFolder.open(folder).catch((error: unknown) => {
    if (!(error instanceof NoDuckError)) throw error
    throw new UsageError(
      '--parquet is written through DuckDB, which is not there: install it beside Scansion with npm install @duckdb/node-api@1.5.6-r.1, or leave out --parquet',
    )
  })
}

async function write({ format, persons, making, truth: path }: Order, writer: Writer, io: Io): Promise<void> {
  const progress = progressLine(io)
  try {
    const truth = path === undefined ? undefined : await Sink.file(path)
    for (let id = 1; id <= persons; id++) {
      const history = synth.personOf(id, making)
      if (!(await writer.add(history))) break
      truth?.add(`${JSON.stringify(synth.truthOf(history, format))}\n`)
      await truth?.flow()
      progress.say(() => `${id} of ${persons} people`)
    }
    progress.say(() => 'putting the tables together')
    await writer.end()
    await truth?.end()
  } finally {
    progress.end()
    await writer.close?.()
  }
}
