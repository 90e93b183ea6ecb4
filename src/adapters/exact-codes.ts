import type { Engine } from '../core/engine.ts'
import { Coded } from './coded.ts'
import type { CodeIndex } from './codes.ts'

/** A code that stands for a key, with the name that its terminology gives it, where that may be written. */
export interface ExactCode {
  readonly system: string
  readonly code: string
  readonly display?: string
}

/** Systems whose licence asks for their own name beside the code. */
const NAMED = ['LOINC']
const KINDS = ['finding', 'measurement', 'choice', 'treatment', 'diagnosis'] as const

/** Finds the codes to write for keys: only such as mean exactly the key, and would be read as nothing else. */
export class ExactCodes {
  readonly #engine: Engine
  readonly #codes: CodeIndex
  readonly #found = new Map<string, ExactCode | undefined>()

  constructor(engine: Engine, codes: CodeIndex) {
    this.#engine = engine
    this.#codes = codes
  }

  /**
   * The first code of a system that means exactly this key, and this choice of it; one with a name before one without.
   * Example: `exact.find("papilledema", "HPO")` is `{ system: "HPO", code: "HP:0001085", display: "Papilledema" }`.
   */
  find(key: string, system: string, choice?: string): ExactCode | undefined {
    const name = `${system} ${key} ${choice ?? ''}`
    if (!this.#found.has(name)) this.#found.set(name, this.#search(key, system, choice))
    return this.#found.get(name)
  }

  #search(key: string, system: string, choice: string | undefined): ExactCode | undefined {
    const found = Object.keys(this.#codes[system] ?? {}).filter((code) => this.#meansOnly(system, code, key, choice))
    const named = found.find((code) => this.#display(system, code) !== undefined)
    const code = named ?? (NAMED.includes(system) ? undefined : found[0])
    if (code === undefined) return undefined
    const display = this.#display(system, code)
    return { system, code, ...(display !== undefined && { display }) }
  }

  /** Our own words for a key. */
  labelOf(key: string): string {
    const { findings } = this.#engine.knowledge
    return (Object.hasOwn(findings, key) ? findings[key]?.label : undefined) ?? key
  }

  #display(system: string, code: string): string | undefined {
    return this.#codes[system]?.[code]?.find(({ display }) => display !== undefined)?.display
  }

  #meansOnly(system: string, code: string, key: string, choice: string | undefined): boolean {
    const rows = this.#codes[system]?.[code] ?? []
    if (!rows.some((row) => row.key === key && row.relation === 'exact' && row.value === choice)) return false
    const coded = new Coded(this.#engine, this.#codes)
    return coded.meanings({ system, code, shown: code, at: '' }, KINDS).length === 1
  }
}
