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

  /** Writes the total to the file, and gives it as lines for stderr once `least` inputs had something to count. */
  async end(io: Io, least = 1): Promise<readonly string[]> {
    const total = this.#tally.coverage()
    const content = { format: 'scansion.coverage/1', records: this.#items, ...total }
    if (this.#file !== undefined) await put(this.#file, `${JSON.stringify(content, null, 2)}\n`)
    if (this.#items < least) return []
    const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
    const more = this.#file === undefined ? 'scansion assess --coverage FILE writes them' : `all in ${this.#file}`
    const lines = coverageLines(total, { width: widthOf(io.stderr), ink, all: false, more })
    return [ink.strong('What was read'), ...lines]
  }

  /** The same, with the lines told. */
  async tell(io: Io): Promise<void> {
    const lines = await this.end(io)
    if (lines.length > 0) io.stderr.write(`${lines.join('\n')}\n`)
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
