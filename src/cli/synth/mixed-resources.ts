import * as synth from '../../synth/index.ts'
import type { Sink } from './sink.ts'

type Resources = ReturnType<typeof synth.fhirResources>

/** So many people stand mixed: what belongs to one person is never further apart than theirs. */
const WINDOW = 20

/** FHIR resources a line each, those of several people mixed and in no order, as a bulk export gives them. */
export class MixedResources {
  readonly #sink: Sink
  #held: Resources[] = []

  constructor(sink: Sink) {
    this.#sink = sink
  }

  async add(history: synth.History): Promise<boolean> {
    this.#held.push(synth.fhirResources(history))
    return this.#held.length < WINDOW || this.#mix()
  }

  async end(): Promise<void> {
    await this.#mix()
    await this.#sink.end()
  }

  /** From the end to the front, one of each person in turn: the person comes after what is said of them. */
  async #mix(): Promise<boolean> {
    const held = this.#held
    this.#held = []
    const longest = Math.max(0, ...held.map(({ length }) => length))
    for (let back = 1; back <= longest; back++) {
      for (const resources of held) {
        const resource = resources.at(-back)
        if (back <= resources.length && resource) this.#sink.add(`${JSON.stringify(resource)}\n`)
      }
      if (!(await this.#sink.flow())) return false
    }
    return true
  }
}
