import type { Place } from './pointer.ts'

/** Places of a record that was gathered: the row or resource from which each part of it was made. */
export class GatheredPlace implements Place {
  readonly input: string
  readonly #sources = new Map<string, string>()

  constructor(input: string) {
    this.input = input
  }

  /** Says from where an entry was made. Example: `place.set("/findings/3", "cdm/measurement.csv#measurement_id=12")`. */
  set(pointer: string, source: string): void {
    this.#sources.set(pointer, source)
  }

  at(pointer: string): string {
    return this.#sources.get(pointer.split('/', 3).join('/')) ?? this.input
  }

  inside(): GatheredPlace {
    return this
  }
}
