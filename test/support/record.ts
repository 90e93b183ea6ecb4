import type { Engine } from '../../src/core/engine.ts'
import type { Fact, PersonRecord } from '../../src/core/record.ts'
import { recordOf as readGiven } from '../../src/load/example/given.ts'
import type { RuleExample } from '../../src/schema/rule.ts'
import { makeEngine } from './engine.ts'

/** Facts by key, in the notation of the examples in `knowledge/rules`. */
export type Given = RuleExample['given']

/**
 * A record of facts by key, for tests. A value is a status, a word, a choice or a quantity, then what belongs to it;
 * a list gives several. Throws on anything it cannot read: a test that says nothing must not pass.
 * Example: `recordOf({ papilledema: "present on 2024-03-01", "vegf-serum": "600 pg/mL limit 500" })`.
 */
export function recordOf(given: Given, engine: Engine = makeEngine(), more: Partial<PersonRecord> = {}): PersonRecord {
  const { record, troubles } = readGiven(given, engine)
  for (const key of Object.keys(given)) {
    if (key !== 'course' && key !== 'sex' && !engine.keyIndex.has(key)) throw new Error(`given: no key "${key}"`)
  }
  if (troubles.length > 0) throw new Error(`given: ${troubles.join('; ')}`)
  return { ...record, id: 'test', ...more }
}

/** The facts of `recordOf`. Example: `factsOf({ "heavy-chain": ["IgG", "IgM"] })` are two facts of one undated time. */
export function factsOf(given: Given, engine: Engine = makeEngine()): readonly Fact[] {
  return recordOf(given, engine).facts
}
