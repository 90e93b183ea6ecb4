import type { FhirResource } from '../../../adapters/index.ts'
import { type Problem, problem } from '../../../core/problem.ts'

/** Bytes of drugs that are held. */
const MOST = 32 * 1024 * 1024

/** Drugs that stand apart from their orders: they belong to nobody, and may stand before or behind whoever needs them. */
export class Drugs {
  readonly found = new Map<string, FhirResource>()
  readonly problems: Problem[] = []
  #bytes = 0

  add(id: string, resource: FhirResource, bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes <= MOST) {
      this.found.set(id, resource)
      return
    }
    if (this.problems.length > 0) return
    const what = `${id} and all further drugs that stand apart from their orders are more than can be held`
    this.problems.push(problem('too-large', resource.at, what, 'give the files of fewer persons at a time'))
  }
}
