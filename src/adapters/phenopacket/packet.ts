import type { DayRange } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import type { Course, Fact } from '../../core/record.ts'
import { Coded, type Coding, type Meaning } from '../coded.ts'
import { type CodeIndex, type CodeRow, splitCurie } from '../codes.ts'
import type { Hint } from '../item.ts'
import type { Place } from '../pointer.ts'
import { type Before, Report } from '../report.ts'
import type { Vocabulary, Word } from '../vocabulary.ts'
import type { Term } from './part.ts'

/** What is gathered while one packet is read. */
export class Packet {
  readonly facts: Fact[] = []
  readonly courses: Course[] = []
  readonly report = new Report()
  readonly place: Place
  born: DayRange | undefined
  readonly #coded: Coded

  constructor(place: Place, engine: Engine, codes: CodeIndex, before: Before | undefined) {
    if (before) this.report.take(before)
    this.place = place
    this.#coded = new Coded(engine, codes)
  }

  get vocabulary(): Vocabulary {
    return this.#coded.vocabulary
  }

  get hints(): readonly Hint[] {
    return this.#coded.hints
  }

  /** The keys that a term may state a fact about; see `Coded`. */
  meanings(term: Term, kinds: readonly Word['kind'][]): readonly Meaning[] {
    return this.#coded.meanings(this.#coding(term), kinds)
  }

  hint(term: Term, row?: CodeRow, done?: true): void {
    this.#coded.hint(this.#coding(term), row, done)
  }

  /** A part of the packet that is not read, so that it is not lost in silence. */
  unused(pointer: string, name: string, label?: string): void {
    this.#coded.hints.push({ at: this.place.at(pointer), code: name, label })
  }

  #coding(term: Term): Coding {
    const { system, code } = splitCurie(term.id) ?? { system: '', code: term.id }
    return { system, code, label: term.label, shown: term.id, at: this.place.at(term.pointer) }
  }
}

/** Terms in words: `severity: Severe`. */
export function inWords(name: string, ...terms: readonly (Term | undefined)[]): string | undefined {
  const labels = terms.flatMap((term) => (term === undefined ? [] : (term.label ?? term.id)))
  return labels.length === 0 ? undefined : `${name}: ${labels.join(', ')}`
}
