import { type Formula, isSingle } from '../../core/index.ts'
import { bitAnd, bitCount, block, count, joined, name, type Sql, sql, type } from './piece.ts'
import { sum } from './rules.ts'

/** A formula that several others read: a column, in a layer after those that it reads itself. */
export interface BitColumn {
  readonly column: string
  readonly layer: number
  readonly value: Sql
}

interface Valued {
  readonly value: Sql
  readonly layer: number
}

/**
 * Formulas over the bits of masks as expressions of SQL, never NULL. `columns` names the words; what is read more than
 * once is written once, as a column.
 */
export class Bits {
  readonly columns: BitColumn[] = []
  readonly #words: readonly string[]
  readonly #names: ReadonlyMap<Formula, string>
  readonly #read = new Map<Formula, number>()
  readonly #known = new Map<Formula, Valued>()

  /** `roots` are what is asked for, each with the name that its column has if it becomes one. */
  constructor(words: readonly string[], roots: ReadonlyMap<Formula, string>) {
    this.#words = words
    this.#names = roots
    for (const root of roots.keys()) this.#look(root)
  }

  /** The expression of a formula, one of the roots or below them, and the layer from which on it can stand. */
  of(formula: Formula): Valued {
    const known = this.#known.get(formula)
    if (known) return known
    const valued = this.#write(formula)
    const made = (this.#read.get(formula) ?? 0) > 1 && isLong(formula) ? this.#column(formula, valued) : valued
    this.#known.set(formula, made)
    return made
  }

  #column(formula: Formula, { value, layer }: Valued): Valued {
    const column = this.#names.get(formula) ?? `part ${this.columns.length + 1}`
    this.columns.push({ column, layer: layer + 1, value })
    return { value: name(column), layer: layer + 1 }
  }

  /** Counts how often each formula is read. */
  #look(formula: Formula): void {
    const before = this.#read.get(formula) ?? 0
    this.#read.set(formula, before + 1)
    if (before === 0) for (const part of partsOf(formula)) this.#look(part)
  }

  #write(formula: Formula): Valued {
    switch (formula.op) {
      case 'constant':
        return { value: formula.value ? sql`TRUE` : sql`FALSE`, layer: 0 }
      case 'not': {
        const { value, layer } = this.of(formula.of)
        return { value: sql`(NOT ${value})`, layer }
      }
      case 'choose': {
        const [when, then, otherwise] = [formula.when, formula.then, formula.otherwise].map((part) =>
          this.of(part),
        ) as [Valued, Valued, Valued]
        return {
          value: sql`CASE WHEN ${when.value} THEN ${then.value} ELSE ${otherwise.value} END`,
          layer: Math.max(when.layer, then.layer, otherwise.layer),
        }
      }
      case 'or':
      case 'and':
        return this.#group(formula.op, formula.bits, formula.of)
      case 'count':
        return this.#count(formula.n, formula.of)
      default:
        return formula satisfies never
    }
  }

  /** A word is tested at once for all its bits. */
  #group(op: 'or' | 'and', bits: ReadonlyMap<number, number>, of: readonly Formula[]): Valued {
    const tests = [...bits].map(([word, mask]) => {
      const shared = this.#shared(word, mask)
      return op === 'or' ? sql`${shared} <> 0` : sql`${shared} = ${count(mask >>> 0)}`
    })
    const parts = of.map((part) => this.of(part))
    const members = [...tests, ...parts.map(({ value }) => value)]
    const layer = Math.max(0, ...parts.map((part) => part.layer))
    const [only] = members
    if (only === undefined) return { value: op === 'or' ? sql`FALSE` : sql`TRUE`, layer }
    if (members.length === 1) return { value: tests.length === 1 ? sql`(${only})` : only, layer }
    const word = op === 'or' ? sql`OR` : sql`AND`
    return {
      value: sql`(${block(sql`
${joined(
  members,
  sql`
${word} `,
)}`)}
)`,
      layer,
    }
  }

  /** Members that are single bits are counted a word at a time; one that stands twice counts twice. */
  #count(n: number, of: readonly Formula[]): Valued {
    const counted: Map<number, number>[] = []
    const parts: Valued[] = []
    for (const part of of) {
      if ((part.op !== 'or' && part.op !== 'and') || !isSingle(part)) {
        parts.push(this.of(part))
        continue
      }
      const [[word, mask] = [0, 0]] = part.bits
      const round = counted.find((bits) => ((bits.get(word) ?? 0) & mask) === 0) ?? new Map<number, number>()
      if (!counted.includes(round)) counted.push(round)
      round.set(word, (round.get(word) ?? 0) | mask)
    }
    const terms = [
      ...counted.flatMap((bits) =>
        [...bits].map(([word, mask]) => sql`CAST(${bitCount(this.#shared(word, mask))} AS ${type('count')})`),
      ),
      ...parts.map(({ value }) => sql`CASE WHEN ${value} THEN 1 ELSE 0 END`),
    ]
    return { value: sql`(${sum(terms)} >= ${count(n)})`, layer: Math.max(0, ...parts.map((part) => part.layer)) }
  }

  #shared(word: number, mask: number): Sql {
    const column = this.#words[word]
    if (column === undefined) throw new Error(`a mask has no word ${word}`)
    // A word of 32 bits is a larger whole number in SQL.
    return bitAnd(name(column), count(mask >>> 0))
  }
}

/** Is it longer than the name of a column? */
function isLong(formula: Formula): boolean {
  switch (formula.op) {
    case 'constant':
    case 'not':
      return false
    case 'or':
    case 'and':
      return formula.bits.size + formula.of.length > 1
    case 'choose':
    case 'count':
      return true
    default:
      return formula satisfies never
  }
}

function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.op) {
    case 'constant':
      return []
    case 'not':
      return [formula.of]
    case 'choose':
      return [formula.when, formula.then, formula.otherwise]
    case 'or':
    case 'and':
    case 'count':
      return formula.of
    default:
      return formula satisfies never
  }
}
