import type { Citation } from '../../../../src/schema/index.ts'

/** What may stand beside a line of the text: works, that it is our own, or what is to be known of it. */
export interface Marks {
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
  readonly unverified?: boolean
  /** Sentences of the knowledge, for a note that explains. */
  readonly tells?: readonly string[]
}

export interface Note extends Marks {
  readonly number: number
}

/** The side notes of a page as it is set: the same note has the same number. */
export class Notes {
  readonly #numbers = new Map<string, Note>()

  /** The number of a note; undefined where there is nothing to note. */
  number(marks: Marks): number | undefined {
    const { sources = [], proposal = false, unverified = false, tells = [] } = marks
    if (sources.length === 0 && !proposal && !unverified && tells.length === 0) return undefined
    const key = JSON.stringify([sources.map(({ work, at }) => [work, at]), proposal, unverified, tells])
    const known = this.#numbers.get(key)
    if (known) return known.number
    const note: Note = { number: this.#numbers.size + 1, sources, proposal, unverified, tells }
    this.#numbers.set(key, note)
    return note.number
  }

  /** All notes so far, in their order. Ask last. */
  all(): readonly Note[] {
    return [...this.#numbers.values()]
  }
}
