import { writeFile } from 'node:fs/promises'
import { type Coverage, type ReadItem, shortCoverage, Tally } from '../adapters/index.ts'
import { type Io, UsageError, widthOf } from './io.ts'
import { coverageLines } from './render/coverage.ts'
import { inks, wantsColour } from './render/ink.ts'

/** What of every input of a run was read and used. */
export class CoverageTotal {
  readonly #tally = new Tally()
  readonly #file: string | undefined
  #items = 0

  private constructor(file: string | undefined) {
    this.#file = file
  }

  /**
   * `file` is where the total is written at the end: one that cannot be written is wrong usage, told before the run.
   * Example: `await CoverageTotal.into("coverage.json")`.
   */
  static async into(file?: string): Promise<CoverageTotal> {
    if (file !== undefined) await put(file, '')
    return new CoverageTotal(file)
  }

  add({ coverage }: ReadItem): void {
    if (coverage === undefined) return
    this.#items++
    this.#tally.add(coverage)
  }

  /** Tells the total on stderr, once `least` inputs had something to count, and writes it to the file. */
  async end(io: Io, least = 1): Promise<void> {
    const total = this.#tally.coverage()
    if (this.#items >= least) {
      const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
      const more = this.#file === undefined ? 'scansion assess --coverage FILE writes them' : `all in ${this.#file}`
      const lines = coverageLines(total, { width: widthOf(io.stderr), ink, all: false, more })
      io.stderr.write(`${[ink.strong('What was read'), ...lines].join('\n')}\n`)
    }
    if (this.#file === undefined) return
    const content = { format: 'scansion.coverage/1', records: this.#items, ...total }
    await put(this.#file, `${JSON.stringify(content, null, 2)}\n`)
  }
}

async function put(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`--coverage "${file}" cannot be written: ${reason}`)
  }
}

/** The field `coverage` of a line of JSON: nothing where the input is not made of resources or rows. */
export function coverageField({ coverage }: ReadItem): { coverage?: Coverage } {
  return coverage === undefined ? {} : { coverage: shortCoverage(coverage) }
}
