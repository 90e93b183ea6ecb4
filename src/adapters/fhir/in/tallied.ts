import type { Fate } from '../../coverage.ts'

const WORTH: Readonly<Record<Fate, number>> = { notUnderstood: 0, setAside: 1, toConfirm: 2, used: 3 }

/** What became of one resource: the best of what its parts came to. */
export class Outcome {
  readonly kind: string
  /** Places of the entries that were made of it; whether they became facts is known when the record is read. */
  readonly made: string[] = []
  #fate: Fate = 'notUnderstood'

  constructor(kind: string) {
    this.kind = kind
  }

  raise(fate: Fate): void {
    if (WORTH[fate] > WORTH[this.#fate]) this.#fate = fate
  }

  /** `stated` holds the places of all facts and courses of the record. */
  fate(stated: ReadonlySet<string>): Fate {
    return this.made.some((at) => stated.has(at)) ? 'used' : this.#fate
  }
}
