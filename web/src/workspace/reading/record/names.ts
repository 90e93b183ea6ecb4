import type { Engine, Fact } from '../../../../../src/core/index.ts'
import { labelOf, printedValue, sign, valueWord } from '../../../../../src/core/index.ts'
import type { WordsFile } from '../../../../../src/load/files/words.ts'

/** The name of a key in the reader's language: a finding, a rule judged by a clinician, or a question put to one. */
export function nameOf(engine: Engine, words: WordsFile, key: string): string {
  const known = words.findings[key]?.label ?? words.rules[key]?.label
  return known ?? questionsOf(engine).get(key) ?? labelOf(engine, key)
}

/**
 * A name that nobody has translated is English, in every language of the page; of rules and questions nobody has. Example: `<span lang={langOf(engine, key, name)}>`.
 */
export function langOf(engine: Engine, key: string, name: string): 'en' | undefined {
  const finding = engine.knowledge.findings[key]
  return finding === undefined || name === finding.label ? 'en' : undefined
}

const made = new WeakMap<Engine, ReadonlyMap<string, string>>()

/** Questions that rules put to a clinician, by the key their answer is kept under. */
export function questionsOf(engine: Engine): ReadonlyMap<string, string> {
  const known = made.get(engine)
  if (known) return known
  const questions = new Map(
    Object.values(engine.knowledge.rules).flatMap(({ askWhen }) =>
      (askWhen ?? []).map(({ id, question }): [string, string] => [id, question]),
    ),
  )
  made.set(engine, questions)
  return questions
}

/** A unit as it is printed; nothing for a plain number. Example: `sayUnit('10*9/L')` is "× 10⁹/L". */
export function sayUnit(unit: string | null | undefined): string {
  return unit === undefined || unit === null || unit === '1' ? '' : sign(unit)
}

/** A value with its unit, as it is printed. Example: `sayAmount('>=', 1000, 'pg/mL')` is "≥ 1000 pg/mL". */
export function sayAmount(
  comparator: string | null | undefined,
  value: number,
  unit: string | null | undefined,
): string {
  const number = comparator ? `${sign(comparator)} ${value}` : String(value)
  return `${number} ${sayUnit(unit)}`.trim().replaceAll(' ', '\u00a0')
}

/** What a fact says in the unit of its key, or its choice in words. */
export function sayFact(engine: Engine, fact: Fact): string | undefined {
  if (fact.choice !== undefined) return valueWord(engine, fact.key, fact.choice)
  if (fact.value === undefined) return fact.qualitative
  return sayAmount(fact.comparator, printedValue(fact), engine.knowledge.findings[fact.key]?.unit)
}

/** The laboratory's limits as they are printed. Example: `sayRange(undefined, 96.2)` is "≤ 96.2". */
export function sayRange(low: number | null | undefined, high: number | null | undefined): string | undefined {
  if (typeof low === 'number' && typeof high === 'number') return `${low}–${high}`
  if (typeof high === 'number') return `≤\u00a0${high}`
  return typeof low === 'number' ? `≥\u00a0${low}` : undefined
}
