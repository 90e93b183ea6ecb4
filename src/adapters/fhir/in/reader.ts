import type { Engine } from '../../../core/engine.ts'
import type { ProblemCode } from '../../../core/problem.ts'
import type { Fact } from '../../../core/record.ts'
import type { CodeIndex } from '../../codes.ts'
import { Tally } from '../../coverage.ts'
import type { Exposure } from '../../eras.ts'
import { Gathered } from '../../gathered.ts'
import type { Hint } from '../../item.ts'
import { type Before, Report } from '../../report.ts'
import { type Vocabulary, vocabularyOf } from '../../vocabulary.ts'
import type { References } from './references.ts'
import { type Found, kindOf } from './resource.ts'
import { Outcome } from './tallied.ts'

type List = Parameters<Gathered['push']>[0]

/** Everything that reading the resources of one person needs and gathers. */
export class Reader {
  readonly engine: Engine
  readonly codes: CodeIndex
  readonly vocabulary: Vocabulary
  readonly references: References
  readonly gathered: Gathered
  readonly tally = new Tally()
  readonly hints: Hint[] = []
  /** Problems of answers to our own questions. */
  readonly report = new Report()
  /** Facts that are made without an entry: answers to our own questions. */
  readonly answers: Fact[] = []
  readonly outcomes: Outcome[] = []
  sex: 'male' | 'female' | undefined
  birthDate: string | undefined
  readonly #hinted = new Set<string>()

  constructor(input: string, engine: Engine, codes: CodeIndex, references: References) {
    this.engine = engine
    this.codes = codes
    this.vocabulary = vocabularyOf(engine)
    this.references = references
    this.gathered = new Gathered(input)
  }

  sheet(found: Found, container?: Sheet): Sheet {
    const outcome = new Outcome(kindOf(found.value))
    this.outcomes.push(outcome)
    return new Sheet(this, found, container, outcome)
  }

  /** Every problem that is known before the gathered record is read as one. */
  before(text: Before | undefined): Before {
    const { problems } = this.gathered.before
    const answers = this.report.close(this.gathered.place.input)
    return { problems: [...(text?.problems ?? []), ...problems, ...answers], further: text?.further ?? 0 }
  }

  /** What is said more than once is shown at its first place: records repeat their codes by the hundred. */
  hint(hint: Hint): void {
    const said = JSON.stringify([hint.code, hint.key, hint.relation, hint.done, hint.text])
    if (this.#hinted.has(said)) return
    this.#hinted.add(said)
    this.hints.push(hint)
  }
}

/** One resource being read. */
export class Sheet {
  readonly reader: Reader
  readonly found: Found
  readonly outcome: Outcome
  /** The resource in which this one stands. */
  readonly container: Sheet | undefined

  constructor(reader: Reader, found: Found, container: Sheet | undefined, outcome: Outcome) {
    this.reader = reader
    this.found = found
    this.container = container
    this.outcome = outcome
  }

  /** The same resource's reading, with the places of another that it refers to. */
  elsewhere(found: Found): Sheet {
    return new Sheet(this.reader, found, this.container, this.outcome)
  }

  at(pointer: string): string {
    return this.found.place.at(pointer)
  }

  push(list: List, entry: Readonly<Record<string, unknown>>, pointer: string): void {
    const at = this.at(pointer)
    this.reader.gathered.push(list, entry, at)
    this.outcome.made.push(at)
  }

  /** A drug that was ordered, dispensed or taken: what follows one another becomes one course. */
  expose(exposure: Omit<Exposure, 'at'>): void {
    const at = this.at('')
    this.reader.gathered.expose({ ...exposure, at })
    this.outcome.made.push(at)
  }

  hint(hint: Hint): void {
    this.reader.hint(hint)
    this.outcome.raise('toConfirm')
  }

  say(code: ProblemCode, pointer: string, what: string, hint: string): void {
    this.reader.gathered.say(code, this.at(pointer), what, hint)
  }
}
