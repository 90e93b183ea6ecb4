/** What became of one resource or row: the four ways are disjoint, so that the counts add up. */
export type Fate = 'used' | 'toConfirm' | 'setAside' | 'notUnderstood'

/** Counts of one kind of resource (FHIR) or table (OMOP). `read` is the sum of the other four. */
export interface KindCoverage {
  readonly read: number
  /** Stated a fact or a course of the record. */
  readonly used: number
  /** States something only a person can confirm: a text, a wider or related code, a test without a readable result. */
  readonly toConfirm: number
  /** Understood, and never a fact about this person: entered in error, cancelled, of the family, of a kind not read. */
  readonly setAside: number
  /** Its codes mean nothing to the vocabulary, or it is broken. */
  readonly notUnderstood: number
}

/** A code that the vocabulary does not know, and how often it was met. */
export interface UnknownCode {
  readonly code: string
  readonly label?: string
  readonly count: number
}

/** What of an input was read, used and not understood, per kind, with the codes that were not known. */
export interface Coverage {
  readonly kinds: Readonly<Record<string, KindCoverage>>
  /** Commonest first; ties by code. */
  readonly unknownCodes: readonly UnknownCode[]
  /** Different codes beyond those listed. */
  readonly furtherUnknownCodes: number
}

type Counts = { -readonly [K in keyof KindCoverage]: number }

/** Unknown codes that a report to be read lists. */
const MOST_LISTED = 20
/** Different unknown codes that are counted: a file made of nothing else must not fill the memory. */
const MOST_COUNTED = 20_000

/**
 * Counts what became of resources or rows.
 * Example: `const tally = new Tally(); tally.count("Observation", "used"); tally.coverage().kinds.Observation?.read` is 1.
 */
export class Tally {
  readonly #kinds = new Map<string, Counts>()
  readonly #unknown = new Map<string, { readonly label: string | undefined; count: number }>()
  #further = 0

  count(kind: string, fate: Fate, times = 1): void {
    let counts = this.#kinds.get(kind)
    if (counts === undefined) {
      counts = { read: 0, used: 0, toConfirm: 0, setAside: 0, notUnderstood: 0 }
      this.#kinds.set(kind, counts)
    }
    counts.read += times
    counts[fate] += times
  }

  unknown(code: string, label: string | undefined, times = 1): void {
    const known = this.#unknown.get(code)
    if (known) known.count += times
    else if (this.#unknown.size < MOST_COUNTED) this.#unknown.set(code, { label, count: times })
  }

  /** Adds the counts of another report: of one person to those of a file. */
  add({ kinds, unknownCodes, furtherUnknownCodes }: Coverage): void {
    for (const [kind, counts] of Object.entries(kinds)) {
      this.count(kind, 'used', counts.used)
      this.count(kind, 'toConfirm', counts.toConfirm)
      this.count(kind, 'setAside', counts.setAside)
      this.count(kind, 'notUnderstood', counts.notUnderstood)
    }
    for (const { code, label, count } of unknownCodes) this.unknown(code, label, count)
    this.#further += furtherUnknownCodes
  }

  /** All that was counted; kinds stand in alphabetical order. `listed` bounds the unknown codes. */
  coverage(listed = Number.POSITIVE_INFINITY): Coverage {
    const kinds = [...this.#kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, counts]) => [kind, { ...counts }])
    const codes = [...this.#unknown]
      .map(([code, { label, count }]) => ({ code, ...(label !== undefined && { label }), count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    const all = { kinds: Object.fromEntries(kinds), unknownCodes: codes, furtherUnknownCodes: this.#further }
    return shortCoverage(all, listed)
  }
}

/**
 * A report with no more than `listed` of its unknown codes, the commonest; the others are counted.
 * Example: `shortCoverage(coverage, 5).unknownCodes.length` is 5 at most.
 */
export function shortCoverage(coverage: Coverage, listed = MOST_LISTED): Coverage {
  const { unknownCodes, furtherUnknownCodes } = coverage
  const beyond = Math.max(0, unknownCodes.length - listed)
  if (beyond === 0) return coverage
  return {
    ...coverage,
    unknownCodes: unknownCodes.slice(0, listed),
    furtherUnknownCodes: furtherUnknownCodes + beyond,
  }
}
