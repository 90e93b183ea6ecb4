import { losesInput } from '../core/problem.ts'
import type { Assessment, Verdict } from '../schema/assessment.ts'
import type { Problem } from '../schema/problem.ts'
import { type Io, widthOf } from './io.ts'
import { inks, wantsColour } from './render/ink.ts'
import { problemLines } from './render/problems.ts'
import { printable } from './render/text.ts'

/** Problems told one by one; the rest is counted. */
const TOLD = 20

/** Counts a run along and tells at its end how many records, how many problems, and where. */
export class Summary {
  records = 0
  lost = false
  #problems = 0
  #weak = 0
  readonly #verdicts = new Map<Verdict, number>()
  readonly #places = new Set<string>()
  /** The first problems of inputs without a page of their own. */
  readonly #told: Problem[] = []

  /** `onPage` says that the reader sees the problems elsewhere already. */
  count(input: string, assessment: Assessment | undefined, problems: readonly Problem[], onPage: boolean): void {
    const all = assessment?.problems ?? problems
    if (assessment) {
      this.records++
      const { value, grade } = assessment.conclusion
      if (grade === 'weak') this.#weak++
      this.#verdicts.set(value, (this.#verdicts.get(value) ?? 0) + 1)
    }
    if (all.length === 0) return
    this.lost ||= all.some(losesInput)
    this.#problems += all.length
    this.#places.add(input)
    if (!onPage) this.#told.push(...all.slice(0, TOLD - this.#told.length))
  }

  /** The closing words on stderr, behind what was read; a single clean record on a page needs none. */
  tell(io: Io, quietWhenClean: boolean, read: readonly string[] = []): void {
    const ink = inks(wantsColour({ isTTY: io.stderr.isTTY, env: io.env }))
    const width = widthOf(io.stderr)
    const lines = [...problemLines(printable(this.#told), width, ink), ...read]
    if (!(quietWhenClean && this.records === 1 && this.#problems === 0)) lines.push(...this.#totals())
    if (lines.length > 0) io.stderr.write(`${lines.join('\n')}\n`)
  }

  #totals(): string[] {
    const weak = this.#weak > 0 ? ` (${this.#weak} of them on weak evidence)` : ''
    const words = (['met', 'undetermined', 'not-met'] as const).flatMap((verdict) => {
      const number = this.#verdicts.get(verdict)
      return number ? [`${number} ${verdict.replace('-', ' ')}${verdict === 'met' ? weak : ''}`] : []
    })
    const records = `${plural(this.records, 'record')} assessed${words.length > 0 ? `: ${words.join(', ')}` : ''}.`
    if (this.#problems === 0) return [`${records} No problems.`]
    const [first] = this.#places
    const where =
      this.#places.size === 1
        ? `in ${printable(first ?? '')}`
        : `in ${this.#places.size} inputs, the first in ${printable(first ?? '')}`
    const untold =
      this.#told.length > 0 && this.#problems > TOLD ? ` The first ${this.#told.length} are listed above.` : ''
    return [`${records} ${plural(this.#problems, 'problem')} ${where}.${untold}`]
  }
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
