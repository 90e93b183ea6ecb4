import type { Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { missingOf } from '../../src/core/missing.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import type { Truth } from '../../src/core/truth.ts'

/** All values a rule set has for a record on a day, for comparing two states of knowledge. */
export interface State {
  readonly value: (id: string) => Truth
  /** Rules whose absence is earned by a rule of their own, or that ask a clinician. */
  readonly derived: ReadonlyMap<string, Truth>
  /** Judgements that are due, as rule/ask. */
  readonly due: ReadonlySet<string>
  readonly missing: (id: string) => ReadonlySet<string>
  readonly silent: (key: string) => boolean
}

/** Example: `stateOf(engine, record, Infinity).value("rule-3")`. */
export function stateOf(engine: Engine, record: PersonRecord, asOf: number): State {
  const prepared = prepare(engine, record, asOf)
  const evaluator = new Evaluator(prepared)
  const rules = Object.values(engine.knowledge.rules)
  const derived = rules.filter((rule) => !rule.when).map((rule) => [rule.id, evaluator.rule(rule.id).value] as const)
  const due = rules.flatMap((rule) =>
    (rule.askWhen ?? []).filter((ask) => evaluator.node(ask.when).value === true).map((ask) => `${rule.id}/${ask.id}`),
  )
  return {
    value: (id) => evaluator.rule(id).value,
    derived: new Map(derived),
    due: new Set(due),
    missing: (id) => new Set(missingOf(evaluator.rule(id), engine).map((item) => item.ask ?? item.key ?? '')),
    silent: (key) => prepared.factsBy[engine.keyIndex.get(key) ?? -1] === undefined,
  }
}

/**
 * Did a derived finding that was settled change between two states? That is what the law excepts: an earned absence is
 * overturned, or a judgement has become due.
 */
export function overturned(before: State, after: State): readonly string[] {
  return [...before.derived]
    .filter(([id, value]) => value !== 'unknown' && after.derived.get(id) !== value)
    .map(([id]) => id)
}

/** What a fact of this key also speaks about: the findings made of a measurement. */
export function alsoAbout(engine: Engine, key: string): readonly string[] {
  const measured = engine.knowledge.measured.filter((entry) => entry.measurement === key)
  return [key, ...measured.flatMap((entry) => entry.makes.map((make) => make.finding))]
}

/** A record with a fact more. */
export function withFact(record: PersonRecord, fact: Fact): PersonRecord {
  return { ...record, facts: [...record.facts, { ...fact, at: `r#/findings/${record.facts.length}` }] }
}

/** A record without one of its facts. */
export function withoutFact(record: PersonRecord, index: number): PersonRecord {
  return { ...record, facts: record.facts.filter((_, i) => i !== index) }
}
