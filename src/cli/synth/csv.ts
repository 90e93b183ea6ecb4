import { join } from 'node:path'
import * as synth from '../../synth/index.ts'
import { Sink } from './sink.ts'

type PersonTable = (typeof synth.PERSON_TABLES)[number]

/** The tables of an extract as CSV files in a folder, a person at a time. */
export class CsvFolder {
  readonly #sinks: ReadonlyMap<PersonTable, Sink>

  private constructor(sinks: ReadonlyMap<PersonTable, Sink>) {
    this.#sinks = sinks
  }

  static async open(folder: string): Promise<CsvFolder> {
    const sinks = new Map<PersonTable, Sink>()
    for (const table of synth.PERSON_TABLES) {
      const sink = await Sink.file(join(folder, `${table}.csv`))
      sink.add(`${synth.headerOf(table)}\n`)
      sinks.set(table, sink)
    }
    return new CsvFolder(sinks)
  }

  async add(history: synth.History): Promise<void> {
    const lines = synth.omopLines(history)
    for (const [table, sink] of this.#sinks) {
      sink.add(lines[table])
      await sink.flow()
    }
  }

  async end(): Promise<void> {
    for (const sink of this.#sinks.values()) await sink.end()
  }
}

/** Writes the concept table, which is the same for everybody. */
export async function writeConcepts(folder: string): Promise<void> {
  const sink = await Sink.file(join(folder, 'concept.csv'))
  sink.add(`${synth.headerOf('concept')}\n${synth.conceptLines()}`)
  await sink.end()
}
