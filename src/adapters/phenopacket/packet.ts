import type { DayRange } from '../../core/day.ts'
import type { Engine } from '../../core/engine.ts'
import type { Course, Fact } from '../../core/record.ts'
import { type CodeIndex, type CodeRow, lookup, namesDiseases, splitCurie } from '../codes.ts'
import type { Hint } from '../item.ts'
import type { Place } from '../pointer.ts'
import { type Before, Report } from '../report.ts'
import { type Vocabulary, vocabularyOf, type Word } from '../vocabulary.ts'
import type { Term } from './part.ts'

/** A key that a code stands for. */
export interface Meaning {
  readonly word: Word
  readonly row: CodeRow
}

/** What is gathered while one packet is read. */
export class Packet {
  readonly facts: Fact[] = []
  readonly courses: Course[] = []
  readonly hints: Hint[] = []
  readonly report = new Report()
  readonly place: Place
  readonly vocabulary: Vocabulary
  born: DayRange | undefined
  readonly #engine: Engine
  readonly #codes: CodeIndex

  constructor(place: Place, engine: Engine, codes: CodeIndex, before: Before | undefined) {
    if (before) this.report.take(before)
    this.place = place
    this.vocabulary = vocabularyOf(engine)
    this.#engine = engine
    this.#codes = codes
  }

  /**
   * The keys a code may state a fact about: by exact and narrower rows, of the kinds asked for. Every other row, and
   * a code that is not understood, becomes a hint.
   */
  meanings(term: Term, kinds: readonly Word['kind'][]): readonly Meaning[] {
    const curie = splitCurie(term.id)
    const rows = curie === undefined ? [] : lookup(this.#codes, curie.system, curie.code)
    if (rows.length === 0) this.hint(term)
    return rows.flatMap((row) => {
      const word = this.vocabulary.words.get(row.key)
      if (word !== undefined && kinds.includes(word.kind) && this.#counts(row, curie?.system ?? ''))
        return [{ word, row }]
      this.hint(term, row)
      return []
    })
  }

  #counts(row: CodeRow, system: string): boolean {
    // What the record is about is only taken from codes that mean exactly this.
    if (row.key === this.vocabulary.knownDiagnosis) return row.relation === 'exact'
    if (row.relation !== 'exact' && row.relation !== 'narrower') return false
    return !(namesDiseases(system) && this.#isBiopsy(row.key))
  }

  /** The code of a disease never states what was seen in a biopsy. */
  #isBiopsy(key: string): boolean {
    const test = this.#engine.testOf.get(key)
    return test !== undefined && this.#engine.knowledge.workup[test.id]?.burden === 'biopsy'
  }

  hint(term: Term, row?: CodeRow, done?: true): void {
    this.hints.push({
      at: this.place.at(term.pointer),
      code: term.id,
      label: term.label,
      key: row?.key,
      relation: row?.relation,
      ...(done && { done }),
    })
  }

  /** A part of the packet that is not read, so that it is not lost in silence. */
  unused(pointer: string, name: string, label?: string): void {
    this.hints.push({ at: this.place.at(pointer), code: name, label })
  }
}

/** Words of a note joined; undefined when there are none. */
export function noteOf(...words: readonly (string | undefined)[]): string | undefined {
  const note = words.filter((word) => word !== undefined && word !== '').join('; ')
  return note === '' ? undefined : note
}

/** Terms in words: `severity: Severe`. */
export function inWords(name: string, ...terms: readonly (Term | undefined)[]): string | undefined {
  const labels = terms.flatMap((term) => (term === undefined ? [] : (term.label ?? term.id)))
  return labels.length === 0 ? undefined : `${name}: ${labels.join(', ')}`
}
