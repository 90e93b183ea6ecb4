import { acceptedUnits, convert, type Engine } from '../../../core/index.ts'
import { decimal, identifier, text } from '../spelling.ts'
import type { FhirOptions } from './options.ts'
import { RESULT, WHOLE } from './results.ts'
import type { KeyCodes } from './sets.ts'

/** Units that only name what is counted: a number without any is in them. */
const PURE = /^(1|\{[^}]*\})$/

/** The functions that bring a measurement of a key to its unit. A unit that is not listed gives no number. */
export function unitText({ knowledge }: Engine, key: string): string {
  const canonical = knowledge.findings[key]?.unit ?? '1'
  const cases = acceptedUnits(key, canonical).flatMap((unit) => {
    const row = convert(key, 1, unit, canonical)
    if (!row.ok) return []
    const [numerator, denominator] = row.factor
    const scaled = [
      'value',
      ...(numerator === 1 ? [] : [` * ${decimal(numerator)}`]),
      ...(denominator === 1 ? [] : [` / ${decimal(denominator)}`]),
      ...(row.offset ? [` + ${decimal(row.offset[0])} / ${decimal(row.offset[1])}`] : []),
    ].join('')
    return [`    when ${text(unit)} then ${scaled === 'value' ? scaled : `Round(${scaled}, 8)`}`]
  })
  if (PURE.test(canonical)) cases.push(`    when ${text(WHOLE)} then value`)
  return `define function ${identifier(`in the unit of ${key}`)}(value Decimal, unit String):
  case unit
${cases.join('\n')}
    else null
  end

define function ${identifier(`number of ${key}`)}(R ${RESULT}):
  Tuple {
    value: ${identifier(`in the unit of ${key}`)}(NoLess(R.amount.value), R.amount.unit),
    low: ${identifier(`in the unit of ${key}`)}(R.limits.low, R.amount.unit),
    high: ${identifier(`in the unit of ${key}`)}(R.limits.high, R.amount.unit)
  }
`
}

/** Lists of the facts that results state about a measurement. */
export function numberLists(
  options: FhirOptions,
  key: string,
  codesOf: (key: string) => KeyCodes | undefined,
): readonly string[] {
  const { specimen, others } = options.specimenOf(key)
  const own = codesOf(key)
  const lists: string[] = []
  if (own) lists.push(numbersFrom(key, key, conditionOf(specimen, others), specimen))
  const open = specimen === undefined ? undefined : `${key.slice(0, key.lastIndexOf('-'))}-unspecified`
  if (specimen !== undefined && open !== undefined && codesOf(open)) {
    const named = `${names(specimen)} and not (${others.map(holds).join(' or ') || 'false'})`
    lists.push(numbersFrom(key, open, named, specimen))
  }
  return lists
}

/** The name of the define that holds the results under the codes of a key. */
export function resultsName(key: string): string {
  return identifier(`results of ${key}`)
}

function numbersFrom(key: string, from: string, condition: string, specimen: string | undefined): string {
  const where = condition === '' ? '' : ` where ${condition}`
  const said = specimen === undefined ? 'R.around.specimen' : text(specimen)
  return `(${resultsName(from)} R${where} return all Measured(${text(key)}, R, ${identifier(`number of ${key}`)}(R), ${said})) F where HasNumber(F) return all F`
}

/** A specimen that contradicts its key is not read; one that names the key's sister belongs to the sister. */
function conditionOf(specimen: string | undefined, others: readonly string[]): string {
  if (others.length === 0) return ''
  if (specimen !== undefined) return `not (${others.map(holds).join(' or ')})`
  const count = (said: (other: string) => string) =>
    others.map((other) => `(if ${said(other)} then 1 else 0)`).join(' + ')
  return `${count(names)} != 1 and ${count(holds)} != 1`
}

function names(specimen: string): string {
  return `Coalesce(Matches(Lower(R.around.specimen), ${text(`[\\s\\S]*\\b${specimen}\\b[\\s\\S]*`)}), false)`
}

function holds(specimen: string): string {
  return `Coalesce(PositionOf(${text(specimen)}, Lower(R.around.specimen)) >= 0, false)`
}
