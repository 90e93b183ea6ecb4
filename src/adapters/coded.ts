import type { Engine } from '../core/engine.ts'
import type { Status } from '../core/record.ts'
import { type CodeIndex, type CodeRow, lookup, namesDiseases } from './codes.ts'
import type { Hint } from './item.ts'
import { type Vocabulary, vocabularyOf, type Word } from './vocabulary.ts'

/** A key that a code stands for. */
export interface Meaning {
  readonly word: Word
  readonly row: CodeRow
}

/** A code as an input writes it. */
export interface Coding {
  /** The system by its name, its prefix or its address. */
  readonly system: string
  readonly code: string
  readonly label?: string | undefined
  /** How the code is shown in a hint: `HP:0001271`, `LOINC 34694-0`. */
  readonly shown: string
  /** Its place in the input. */
  readonly at: string
}

/**
 * Says which keys a code may state facts about. One for each record that is read: what is not counted is gathered
 * in `hints`.
 */
export class Coded {
  readonly hints: Hint[] = []
  readonly vocabulary: Vocabulary
  readonly #engine: Engine
  readonly #codes: CodeIndex

  constructor(engine: Engine, codes: CodeIndex) {
    this.vocabulary = vocabularyOf(engine)
    this.#engine = engine
    this.#codes = codes
  }

  /** Every row of a code, whatever its relation. */
  rows(coding: Coding): readonly CodeRow[] {
    return lookup(this.#codes, coding.system, coding.code)
  }

  /**
   * The keys a code may state a fact about: by exact and narrower rows, of the kinds asked for. Every other row, and
   * a code that is not understood, becomes a hint.
   */
  meanings(coding: Coding, kinds: readonly Word['kind'][]): readonly Meaning[] {
    const rows = this.rows(coding)
    if (rows.length === 0) this.hint(coding)
    return rows.flatMap((row) => {
      const word = this.vocabulary.words.get(row.key)
      if (word !== undefined && kinds.includes(word.kind) && this.#counts(row, coding.system)) return [{ word, row }]
      this.hint(coding, row)
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

  hint(coding: Coding, row?: CodeRow, done?: true): void {
    this.hints.push({
      at: coding.at,
      code: coding.shown,
      label: coding.label,
      key: row?.key,
      relation: row?.relation,
      ...(done && { done }),
    })
  }
}

/** What a test without a number may have found, in the words results are labelled with. */
export const FOUND: ReadonlyMap<string, Status> = new Map([
  ['present', 'present'],
  ['positive', 'present'],
  ['detected', 'present'],
  ['absent', 'absent'],
  ['negative', 'absent'],
  ['not detected', 'absent'],
  ['equivocal', 'equivocal'],
  ['indeterminate', 'equivocal'],
])

/** The status that the words of a result state; undefined for any others. Example: `foundBy("Negative")` is `"absent"`. */
export function foundBy(words: string | undefined): Status | undefined {
  return FOUND.get((words ?? '').trim().toLowerCase())
}

/** Words of a note joined; undefined when there are none. */
export function noteOf(...words: readonly (string | undefined)[]): string | undefined {
  const note = words.filter((word) => word !== undefined && word !== '').join('; ')
  return note === '' ? undefined : note
}
