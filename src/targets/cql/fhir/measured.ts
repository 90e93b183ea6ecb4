import type { Engine, MeasuredFinding } from '../../../core/index.ts'
import { FACT } from '../functions.ts'
import { decimal, identifier, text } from '../spelling.ts'

type Make = MeasuredFinding['male'][number]

/** A finding that is made of a measurement, and the measurement. */
export interface Measurable {
  readonly measurement: string
  readonly entry: MeasuredFinding
}

/** What a finding can be made of. */
export function measurablesOf(engine: Engine, finding: string): readonly Measurable[] {
  return engine.knowledge.measured.flatMap(({ measurement }) => {
    const index = engine.keyIndex.get(measurement)
    const entries = index === undefined ? [] : (engine.measuredBy[index] ?? [])
    return entries.filter((entry) => entry.finding === finding).map((entry) => ({ measurement, entry }))
  })
}

/** The facts that a measurement makes of one finding, with the function that reads it. */
export function measuredText({ measurement, entry }: Measurable): { readonly define: string; readonly facts: string } {
  const name = identifier(`${entry.finding} by ${measurement}`)
  const both = entry.male === entry.female || JSON.stringify(entry.male) === JSON.stringify(entry.female)
  const [male, female] = [anyText(entry.male), anyText(entry.female)]
  const says = both
    ? male
    : `case
    when "Sex" = 'male' then ${male}
    when "Sex" = 'female' then ${female}
    when (${male}) = (${female}) then ${male}
    else null
  end`
  const kept = entry.withinMeansAbsent ? 'is not null' : 'is true'
  return {
    define: `define function ${name}(F ${FACT}):\n  ${says}\n`,
    facts: `${factsName(measurement)} F where ${name}(F) ${kept} return all Made(${text(entry.finding)}, F, ${name}(F), ${text(entry.method)})`,
  }
}

/** The name of the define that holds the facts of a key. */
export function factsName(key: string): string {
  return identifier(`facts of ${key}`)
}

function anyText(makes: readonly Make[]): string {
  return makes.length === 0 ? '(null as Boolean)' : `(${makes.map(makeText).join(' or ')})`
}

function makeText({ when, value, withoutLimit }: Make): string {
  if (value) return `Compare(F, ${text(value.comparator)}, ${decimal(value.value)})`
  const [limit, comparator, word] = when === 'above' ? ['F.limitHigh', '>', 'high'] : ['F.limitLow', '<', 'low']
  const otherwise = withoutLimit
    ? `Compare(F, ${text(withoutLimit.comparator)}, ${decimal(withoutLimit.value)})`
    : 'null as Boolean'
  return `BeyondOr(Compare(F, ${text(comparator)}, ${limit}), F.qualitative, ${text(word)}, ${limit}, ${otherwise})`
}
