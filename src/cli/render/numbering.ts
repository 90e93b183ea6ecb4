import type { Citation } from '../../schema/shared.ts'

/** Gives each cited work its number at first mention and remembers the places cited in it. */
export class Numbering {
  readonly #places = new Map<string, Set<string>>()

  /** The marks to print behind a statement. Example: `cite([{ work: "hit12", at: "table 1" }])` is `" [1]"`. */
  cite(sources: readonly Citation[] | undefined): string {
    if (!sources || sources.length === 0) return ''
    const numbers = new Set<number>()
    for (const { work, at } of sources) {
      const places = this.#places.get(work) ?? new Set<string>()
      this.#places.set(work, places.add(at))
      numbers.add([...this.#places.keys()].indexOf(work) + 1)
    }
    return ` ${[...numbers]
      .sort((a, b) => a - b)
      .map((number) => `[${number}]`)
      .join('')}`
  }

  /** Works in the order of their numbers, each with the places cited. */
  works(): readonly { readonly work: string; readonly places: readonly string[] }[] {
    return [...this.#places].map(([work, places]) => ({ work, places: [...places] }))
  }
}
