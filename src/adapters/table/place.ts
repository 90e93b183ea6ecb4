import type { Place } from '../pointer.ts'

/** Places in a table: the line of the row from which each part of a person's record was made. */
export class TablePlace implements Place {
  readonly input: string
  readonly #name: string
  readonly #first: number
  readonly #lines = new Map<string, number>()

  constructor(name: string, first: number) {
    this.input = `${name}:${first}`
    this.#name = name
    this.#first = first
  }

  /** Says from which line an entry was made. Example: `place.set("/findings/3", 12)`. */
  set(pointer: string, line: number): void {
    this.#lines.set(pointer, line)
  }

  at(pointer: string): string {
    const entry = pointer.split('/', 3).join('/')
    return `${this.#name}:${this.#lines.get(entry) ?? this.#first}`
  }

  inside(): TablePlace {
    return this
  }
}
