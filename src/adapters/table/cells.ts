import type { Comparator } from '../../schema/engine.ts'
import type { TableMapping } from './mapped.ts'

/** A number out of a cell, with what stood around it. */
export interface CellNumber {
  readonly value: number
  readonly comparator?: Comparator
  readonly unit?: string
}

const SIGNS: Readonly<Record<string, Comparator>> = { '≤': '<=', '≥': '>=', '<': '<', '>': '>', '<=': '<=', '>=': '>=' }
const NUMBER =
  /^([<>]=?|[≤≥])?\s*([-+]?\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?:[eE][-+]?\d+)?)(?:\s+(10[*^³]\S*)|\s*([^\d\s<>=+-].*))?$/

/**
 * Reads a number: its comparator, decimals, groups of thousands, and a unit behind it. Undefined for anything else, and
 * for a comma when `decimal` does not say what it is: `1,250` may be a thousand or one and a quarter.
 * Example: `cellNumber("< 1.250,5 pg/mL", ",")` is `{ value: 1250.5, comparator: "<", unit: "pg/mL" }`.
 */
export function cellNumber(text: string, decimal: TableMapping['decimal']): CellNumber | undefined {
  const [, sign, digits, power, other] = NUMBER.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const unit = power ?? other?.trim()
  // "512 103/uL" has lost a raised figure: it is neither 512 nor 512103.
  if (/\s/.test(digits) && unit?.startsWith('/')) return undefined
  const value = plainNumber(digits, decimal)
  if (value === undefined) return undefined
  return { value, comparator: sign === undefined ? undefined : SIGNS[sign], unit }
}

function plainNumber(digits: string, decimal: TableMapping['decimal']): number | undefined {
  if (decimal === undefined && digits.includes(',')) return undefined
  const point = decimal ?? '.'
  const [mantissa = '', exponent] = digits.split(/[eE]/)
  const [whole = '', fraction, ...more] = mantissa.split(point)
  if (more.length > 0 || !/^\d*$/.test(fraction ?? '')) return undefined
  const plain = ungrouped(whole, point === '.' ? ',' : '.')
  if (plain === undefined) return undefined
  const value = Number(`${plain}${fraction ? `.${fraction}` : ''}${exponent === undefined ? '' : `e${exponent}`}`)
  return Number.isFinite(value) ? value : undefined
}

/** A whole number without the marks between its thousands; they stand before groups of three, and are all the same. */
function ungrouped(whole: string, mark: string): string | undefined {
  if (/^[-+]?\d+$/.test(whole)) return whole
  for (const group of [mark, ' ', '\u00a0', '\u202f', "'", '’']) {
    const [first = '', ...rest] = whole.split(group)
    if (rest.length > 0 && /^[-+]?\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))) {
      return `${first}${rest.join('')}`
    }
  }
  return undefined
}

const PARTS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/
const MONTHS = /^([-+]?\d+(?:\.\d+)?)\s*mo$/

/**
 * A date as the record format has it: ISO as it stands, `baseline`, months from the presentation (`+3 mo`) as a number,
 * and other dates in the order that the mapping names. Undefined for anything else.
 * Example: `cellDate("18.03.2024", "day-month-year")` is `"2024-03-18"`.
 */
export function cellDate(text: string, dates: TableMapping['dates']): string | number | undefined {
  if (/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(text) || text === 'baseline') return text
  // Programs that save a table often write a space where ISO has its T.
  if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(text)) return text.slice(0, 10)
  const months = MONTHS.exec(text)?.[1]
  if (months !== undefined) return Number(months)
  const [, first = '', second = '', year = ''] = PARTS.exec(text) ?? []
  if (year === '' || dates === undefined || dates === 'iso') return undefined
  const [day, month] = dates === 'day-month-year' ? [first, second] : [second, first]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
