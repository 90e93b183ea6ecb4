import type { Place } from '../pointer.ts'

/** Places in an extract: the row from which each part of a person's record was made. */
export class RowPlace implements Place {
  readonly input: string
  readonly #rows = new Map<string, string>()

  constructor(input: string) {
    this.input = input
  }

  /** Says from which row an entry was made. Example: `place.set("/findings/3", "cdm/measurement.csv#measurement_id=12")`. */
  set(pointer: string, row: string): void {
    this.#rows.set(pointer, row)
  }

  at(pointer: string): string {
    return this.#rows.get(pointer.split('/', 3).join('/')) ?? this.input
  }

  inside(): RowPlace {
    return this
  }
}
