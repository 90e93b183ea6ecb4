import { convert, parseQuantity } from '../../../../src/core/units.ts'
import type { AuthoredRecord } from '../../../../src/schema/record.ts'

type Measurement = NonNullable<AuthoredRecord['measurements']>[number]

/** A result as it is typed. */
export interface ResultFields {
  readonly key: string
  readonly date: string
  readonly value: string
  readonly unit: string
  readonly low: string
  readonly high: string
}

type Wrong = 'date' | 'future' | 'value' | 'comma' | 'unit' | 'range' | 'order'
export type Wrongs = { readonly [Field in keyof ResultFields]?: Wrong }

/** What is typed, as a measurement; or what is wrong with which field. */
export type Result = { readonly ok: true; readonly body: Measurement } | { readonly ok: false; readonly wrong: Wrongs }

/**
 * Reads a result as a person types it. `unit` is that of the key in the knowledge; `today` an ISO date. A comma is never
 * read: it means a thousand here and a tenth there.
 * Example: `resultOf({ key: 'vegf-plasma', date: '2026-10-01', value: '118', unit: 'pg/mL', low: '', high: '96.2' }, 'pg/mL', today)`.
 */
export function resultOf(fields: ResultFields, unit: string, today: string): Result {
  const { key, date } = fields
  const quantity = parseQuantity(fields.value)
  const [low, high] = [numberOf(fields.low), numberOf(fields.high)]
  const own = fields.unit.trim() === '' && isScore(unit) ? unit : fields.unit.trim()
  const wrong: Wrongs = {
    ...(/^\d{4}-\d\d-\d\d$/.test(date) ? (date > today ? { date: 'future' } : {}) : { date: 'date' }),
    ...(fields.value.includes(',')
      ? { value: 'comma' }
      : quantity === undefined || quantity.value < 0 || quantity.unit !== undefined
        ? { value: 'value' }
        : {}),
    ...(convert(key, 1, own, unit).ok ? {} : { unit: 'unit' }),
    ...(low === 'wrong' ? { low: 'range' } : {}),
    ...(high === 'wrong' || (typeof high === 'number' && typeof low === 'number' && high <= low)
      ? { high: high === 'wrong' ? 'range' : 'order' }
      : {}),
  }
  if (Object.keys(wrong).length > 0 || quantity === undefined) return { ok: false, wrong }
  return {
    ok: true,
    body: {
      key,
      value: quantity.value,
      ...(quantity.comparator && { comparator: quantity.comparator }),
      unit: own,
      ...(typeof low === 'number' && { referenceLow: low }),
      ...(typeof high === 'number' && { referenceHigh: high }),
      when: date,
    },
  }
}

/** A score has no unit that anybody writes. */
export function isScore(unit: string): boolean {
  return unit.startsWith('{') || unit === '1'
}

function numberOf(text: string): number | 'wrong' | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : 'wrong'
}

/** A measurement as it was typed, to change it. */
export function fieldsOf({
  key,
  when,
  value,
  comparator,
  unit,
  referenceLow,
  referenceHigh,
}: Measurement): ResultFields {
  const text = (number: number | null | undefined) => (number === undefined || number === null ? '' : String(number))
  return {
    key,
    date: typeof when === 'string' ? when : '',
    value: `${comparator ? `${comparator} ` : ''}${text(value)}`,
    unit: unit ?? '',
    low: text(referenceLow),
    high: text(referenceHigh),
  }
}
