import type { Comparator } from '../schema/engine.ts'
import type { Rational } from '../schema/units.ts'
import { UNIT_TABLE } from './units.generated.ts'

/** A value in the unit asked for, or why it could not be brought there. Nothing is guessed. */
export type Conversion =
  | {
      readonly ok: true
      readonly value: number
      readonly unit: string
      /** value × numerator / denominator … */
      readonly factor: Rational
      /** … plus this, where the scales have different zeros (HbA1c). */
      readonly offset?: Rational
      /** What the reader of the value should know, such as the standard behind the factor. */
      readonly note?: string
    }
  | { readonly ok: false; readonly reason: UnitTrouble; readonly hint: string }

/** The problem codes a unit can lead to. */
export type UnitTrouble = 'unit-missing' | 'unit-unknown' | 'unit-not-convertible' | 'unit-unverified'

/** A number as people write it, with what stands around it. `unit` is as written: `convert` reads it. */
export interface Quantity {
  readonly comparator: Comparator | undefined
  readonly value: number
  readonly unit: string | undefined
}

interface Row {
  readonly factor: Rational
  readonly offset?: Rational
  readonly note?: string
  readonly off?: true
}
type Table = ReadonlyMap<string, Row>

const SAME: Row = { factor: [1, 1] }

// By the unit asked for, then the unit given; where one analyte has its own, by key before both.
const shared = new Map<string, Table>(
  UNIT_TABLE.families.flatMap(({ to }) =>
    Object.entries(to).map(([unit, rows]): [string, Table] => [
      unit,
      new Map(Object.entries(rows).map(([from, factor]): [string, Row] => [from, { factor }])),
    ]),
  ),
)
const analytes = new Map<string, Map<string, Map<string, Row>>>()
for (const { key, to, from, offset, off = [], note } of UNIT_TABLE.analytes) {
  const byUnit = analytes.get(key) ?? new Map<string, Map<string, Row>>()
  const rows = byUnit.get(to) ?? new Map<string, Row>()
  for (const [unit, factor] of Object.entries(from)) rows.set(unit, { factor, offset, note })
  for (const unit of off) rows.set(unit, { factor: [0, 1], note, off: true })
  analytes.set(key, byUnit.set(to, rows))
}

/** Lower case, but for the letters that are two prefixes or a prefix and a unit: M m, P p, G g. */
function foldCase(text: string): string {
  return text.replace(/[A-FH-LNOQ-Z]+/g, (letters) => letters.toLowerCase())
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Takes away the freedoms of print that cannot change a meaning: spaces, micro signs, raised figures, `x10E3`. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[⁰¹²³⁴-⁹]+/g, (digits) => `^${[...digits].map((digit) => RAISED.indexOf(digit)).join('')}`)
    .normalize('NFKC')
    .replaceAll('μ', 'u')
    .replace(/\s+per\s+/, '/')
    .replace(/\s+/g, '')
    .replace(/mc(?=g|L|l|IU|U|mol)/g, 'u')
    .replace(/^[x×*·]?10(?:\*\*|[*^eE]|exp)\(?(\d+)\)?(?=\/)/i, '10*$1')
    .replace(/^(?:[x×]10\(?(\d+)\)?|10\((\d+)\))(?=\/)/i, (_, bare = '', bracketed = '') => `10*${bare}${bracketed}`)
}

// What stands in the table, letter for letter.
const exactly = new Map<string, string>([
  ...UNIT_TABLE.units.map((unit): [string, string] => [unit, unit]),
  ...Object.entries(UNIT_TABLE.aliases).flatMap(([unit, texts]) => texts.map((text): [string, string] => [text, unit])),
])

interface Loose {
  /** Without the freedoms of `plain`. */
  readonly plain: Map<string, string>
  /** Without case as well; undefined where two units share a spelling: then case carries the meaning. */
  readonly folded: Map<string, string | undefined>
  /** Only for hints: what was meant if M, P and G had been written in the other case. */
  readonly caseless: Map<string, Set<string>>
}
let loose: Loose | undefined

/** Made when the first loose spelling comes: two milliseconds that most starts need not spend. */
function looseTable(): Loose {
  if (loose !== undefined) return loose
  loose = { plain: new Map(), folded: new Map(), caseless: new Map() }
  for (const [text, unit] of exactly) {
    const plainText = plain(text)
    if (!loose.plain.has(plainText)) loose.plain.set(plainText, unit)
    const fold = foldCase(plainText)
    loose.folded.set(fold, loose.folded.has(fold) && loose.folded.get(fold) !== unit ? undefined : unit)
    const lower = plainText.toLowerCase()
    loose.caseless.set(lower, (loose.caseless.get(lower) ?? new Set()).add(unit))
  }
  return loose
}

const refusals = new Map<string, string>()
for (const { units, keys = [''], hint } of UNIT_TABLE.refused) {
  for (const unit of units)
    for (const key of keys) refusals.set(`${key} ${key === '' ? foldCase(plain(unit)) : unit}`, hint)
}

/**
 * The UCUM spelling of a unit as a laboratory prints it, or undefined if the table does not know it.
 * Micro signs, spaces, raised figures and case that cannot change the meaning are forgiven; M and m never are.
 * Example: `parseUnit('x10E3/µL')` is `'10*3/uL'`; `parseUnit('MG/DL')` is undefined.
 */
export function parseUnit(text: string): string | undefined {
  const known = exactly.get(text)
  if (known !== undefined || text.length > 60) return known
  const plainText = plain(text)
  const table = looseTable()
  return table.plain.get(plainText) ?? table.folded.get(foldCase(plainText))
}

/**
 * Brings a value of a key to the unit asked for (UCUM, normally the key's own). The result is exact to 12 significant
 * digits, so that 45 g/L and 4.5 g/dL compare as equal. Expects a finite value; a comparator stays with the caller.
 * Never reads a missing or unknown unit as anything, nor one specimen as another: it answers with the reason instead.
 * Example: `convert('albumin', 45, 'g/l', 'g/dL')` is `{ ok: true, value: 4.5, unit: 'g/dL', factor: [1, 10] }`.
 */
export function convert(key: string, value: number, unit: string | undefined, canonical: string): Conversion {
  if (unit === undefined || unit.trim() === '') {
    return {
      ok: false,
      reason: 'unit-missing',
      hint: `write the unit the laboratory printed; ${key} is kept in ${canonical}`,
    }
  }
  const code = parseUnit(unit) ?? (unit === canonical ? unit : undefined)
  if (code === undefined) return { ok: false, reason: 'unit-unknown', hint: unknownHint(key, unit, canonical) }
  const row =
    code === canonical ? SAME : (shared.get(canonical)?.get(code) ?? analytes.get(key)?.get(canonical)?.get(code))
  if (row === undefined)
    return { ok: false, reason: 'unit-not-convertible', hint: stuckHint(key, unit, code, canonical) }
  const { factor, offset, note } = row
  if (row.off)
    return {
      ok: false,
      reason: 'unit-unverified',
      hint: `${note ?? `${code} is not verified.`} Give ${key} in ${canonical}.`,
    }
  const scaled = (value * factor[0]) / factor[1]
  if (offset === undefined && note === undefined) return { ok: true, value: round12(scaled), unit: canonical, factor }
  const moved = offset === undefined ? scaled : scaled + offset[0] / offset[1]
  return { ok: true, value: round12(moved), unit: canonical, factor, offset, note }
}

const TENS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/**
 * 12 significant digits: more than any laboratory prints, fewer than binary fractions blur. A whole number over an
 * exact power of ten divides to the very number that the decimal text reads as; `toPrecision` does the same slower.
 */
function round12(value: number): number {
  const size = Math.abs(value)
  if (size < 1e12 && Number.isInteger(value)) return value
  const scale = TENS[11 - Math.floor(Math.log10(size))]
  return scale === undefined ? Number(value.toPrecision(12)) : Math.round(value * scale) / scale
}

/**
 * The units in which a value of a key may be written, UCUM, its own unit first.
 * Example: `acceptedUnits('flc-ratio', '1')` is `['1', '{ratio}', '{count}']`.
 */
export function acceptedUnits(key: string, canonical: string): readonly string[] {
  const own = [...(analytes.get(key)?.get(canonical) ?? [])].filter(([, row]) => !row.off).map(([unit]) => unit)
  return [...new Set([canonical, ...(shared.get(canonical)?.keys() ?? []), ...own])]
}

function accepted(key: string, canonical: string): string {
  return acceptedUnits(key, canonical).join(', ')
}

function unknownHint(key: string, unit: string, canonical: string): string {
  const text = plain(unit.slice(0, 60))
  const refused = refusals.get(` ${foldCase(text)}`)
  if (refused !== undefined) return refused
  const near = looseTable().caseless.get(text.toLowerCase())
  if (near !== undefined) return `was ${[...near].join(' or ')} meant? The case of M, P and G matters`
  return `write one of: ${accepted(key, canonical)}`
}

function stuckHint(key: string, unit: string, code: string, canonical: string): string {
  const refused = refusals.get(`${key} ${code}`)
  if (refused !== undefined) return refused
  const read = code === unit ? code : `${unit}, read as ${code},`
  return `${read} does not become ${canonical} for ${key}; write one of: ${accepted(key, canonical)}`
}

const NUMBER = /^(<=|>=|<|>|≤|≥)?\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+(?=\s|$))?)(?![\d.,*^])\s*([^\s.,*^+–-].*)?$/

/**
 * Reads a comparison of a rule or a value of an example: comparator, number with a decimal point, unit.
 * Undefined for anything else, among it `1,250` (a thousand or one and a quarter?) and a range.
 * Example: `parseQuantity('>= 450 10*9/L')` is `{ comparator: '>=', value: 450, unit: '10*9/L' }`.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const [, sign, number, unit] = NUMBER.exec(text.trim()) ?? []
  if (number === undefined || !Number.isFinite(Number(number))) return undefined
  return { comparator: COMPARATORS.get(sign ?? ''), value: Number(number), unit: unit?.trim() }
}

const COMPARATORS = new Map<string, Comparator>([
  ['<', '<'],
  ['<=', '<='],
  ['≤', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['≥', '>='],
])
