import type { Engine } from '../../core/engine.ts'
import { Coded, type Coding, type Meaning } from '../coded.ts'
import { type CodeIndex, splitCurie, systemOf } from '../codes.ts'
import { Tally } from '../coverage.ts'
import type { Hint } from '../item.ts'
import type { Word } from '../vocabulary.ts'
import type { ConceptOf } from './tables.ts'

/** The codes of one event, as its row gives them. */
interface GivenCodes {
  readonly concept: string | undefined
  readonly sourceConcept: string | undefined
  readonly sourceValue: string | undefined
  readonly at: string
}

/** What an event was found to mean, by which of its codes. */
export interface Understood {
  readonly coding: Coding
  readonly meanings: readonly Meaning[]
}

/** Says what the concepts of an extract mean, and gathers what is not counted as hints. */
export class Concepts {
  readonly hints: Hint[] = []
  readonly tally = new Tally()
  readonly #engine: Engine
  readonly #codes: CodeIndex
  readonly #conceptOf: ConceptOf
  readonly #unknownCodes = new Set<string>()

  constructor(engine: Engine, codes: CodeIndex, conceptOf: ConceptOf) {
    this.#engine = engine
    this.#codes = codes
    this.#conceptOf = conceptOf
  }

  nameOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#conceptOf(id)?.name
  }

  /** The code of a unit, where the vocabulary of the extract has it in UCUM. */
  unitOf(id: string | undefined): string | undefined {
    const concept = id === undefined ? undefined : this.#conceptOf(id)
    return concept?.vocabulary === 'UCUM' ? concept.code : undefined
  }

  /**
   * What an event means: by its concept, else by the concept of its source, else by the code its source states. The
   * first of them that may state a fact counts; where none may, the first that is known becomes a hint and has no
   * meanings. Undefined where no code is known.
   */
  understand(given: GivenCodes, kinds: readonly Word['kind'][]): Understood | undefined {
    let wider: { readonly coded: Coded; readonly coding: Coding } | undefined
    for (const coding of this.#codings(given)) {
      const coded = new Coded(this.#engine, this.#codes)
      const meanings = coded.meanings(coding, kinds)
      if (meanings.length > 0) {
        this.hints.push(...coded.hints)
        return { coding, meanings }
      }
      if (coded.rows(coding).length > 0) wider ??= { coded, coding }
    }
    if (wider === undefined) {
      this.#pushUnknown(this.#unknown(given))
      return undefined
    }
    this.hints.push(...wider.coded.hints)
    return { coding: wider.coding, meanings: [] }
  }

  hint({ coding }: Understood, { row }: Meaning, done?: true): void {
    const { at, shown: code, label } = coding
    this.hints.push({ at, code, label, key: row.key, relation: row.relation, ...(done && { done }) })
  }

  /** A code that is not understood is shown at its first row only: extracts repeat them by the thousand. */
  #pushUnknown(hint: Hint): void {
    if (hint.code !== NO_CODE) this.tally.unknown(hint.code, hint.label)
    if (this.#unknownCodes.has(hint.code)) return
    this.#unknownCodes.add(hint.code)
    this.hints.push(hint)
  }

  #unknown({ concept, sourceConcept, sourceValue, at }: GivenCodes): Hint {
    const id = real(concept) ?? real(sourceConcept)
    const known = id === undefined ? undefined : this.#conceptOf(id)
    if (known) return { at, code: `${known.vocabulary} ${known.code}`, label: known.name }
    return id === undefined ? { at, code: sourceValue ?? NO_CODE } : { at, code: `OMOP ${id}` }
  }

  *#codings({ concept, sourceConcept, sourceValue, at }: GivenCodes): Generator<Coding> {
    for (const id of [real(concept), real(sourceConcept)]) {
      if (id === undefined) continue
      const known = this.#conceptOf(id)
      yield { system: 'OMOP', code: id, label: known?.name, shown: `OMOP ${id}`, at }
      if (known === undefined) continue
      const { vocabulary, code, name, leads } = known
      yield { system: vocabulary, code, label: name, shown: `${vocabulary} ${code}`, at }
      // What is put on skin, eye or ear says nothing of a treatment by its ingredient.
      if (LOCAL.test(name)) continue
      for (const lead of leads) {
        const to = this.#conceptOf(lead)
        const shown = `${vocabulary} ${code}`
        yield { system: 'OMOP', code: lead, label: to?.name ?? name, shown, at }
        if (to) yield { system: to.vocabulary, code: to.code, label: to.name, shown, at }
      }
    }
    // A source's code counts only where it says of which vocabulary it is: the same digits mean other things elsewhere.
    const stated = sourceValue === undefined ? undefined : splitCurie(sourceValue)
    if (stated && systemOf(stated.system) !== undefined && sourceValue !== undefined) {
      yield { ...stated, label: undefined, shown: sourceValue, at }
    }
  }
}

const NO_CODE = 'no code'
const LOCAL = /\b(topical|ophthalmic|otic|nasal|inhal\w*|cream|ointment|lotion|gel|rectal|vaginal|mouthwash)\b/i

/** Concept 0 is the model's word for a code that has no concept. */
function real(id: string | undefined): string | undefined {
  return id === undefined || Number(id) === 0 ? undefined : id
}
