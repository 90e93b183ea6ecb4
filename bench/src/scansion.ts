import { readFileSync } from 'node:fs'
import { readRecord } from '../../dist/adapters/index.js'
import { compileRules, createEngine, Evaluator, type PersonRecord, parseDay, prepare } from '../../dist/core/index.js'
import type { Knowledge } from '../../dist/schema/index.js'
import { type Contender, counting, type Form, type Judge, verdictOf } from './contender.ts'
import type { RawRecord } from './record.ts'
import { AS_OF } from './records.ts'

const RULE = 'mayo-2007'
const knowledge: Knowledge = JSON.parse(
  readFileSync(new URL('../../dist/knowledge/engine.json', import.meta.url), 'utf8'),
)

export const engine = createEngine(knowledge)
export const DAY = parseDay(AS_OF)?.to ?? Number.NaN
const rules = compileRules(engine, [RULE])

/** Reads a record of the bench; throws on any problem, for the records are meant to be sound. */
export function read(raw: RawRecord): PersonRecord {
  const { record, problems } = readRecord(raw.id, raw, engine)
  if (!record || problems.length > 0) throw new Error(`${raw.id}: ${problems[0]?.what ?? 'not read'}`)
  return record
}

/** The compiled path (value only) and the explaining path (the tree), from raw records and from prepared facts. */
export function scansion(records: readonly RawRecord[]): Contender[] {
  const program = rules.program(RULE)
  const prepared = () => records.map((raw) => prepare(engine, read(raw), DAY))
  const texts = () => records.map((raw) => JSON.stringify(raw))
  const fast = (raw: RawRecord): boolean => program(rules.read(prepare(engine, read(raw), DAY))) === 1
  const whole = (raw: RawRecord): boolean => new Evaluator(prepare(engine, read(raw), DAY)).rule(RULE).value === true
  const contender = (name: string, from: Form, pass: () => number): Contender => ({
    name,
    from,
    records: records.length,
    pass,
  })
  return [
    contender(
      COMPILED,
      'raw',
      counting(() => records, fast),
    ),
    contender(
      COMPILED,
      'text',
      counting(texts, (text) => fast(JSON.parse(text))),
    ),
    contender(
      COMPILED,
      'prepared',
      counting(
        () => prepared().map(rules.read),
        (masks) => program(masks) === 1,
      ),
    ),
    contender(
      'Scansion, compiled, masks read from facts',
      'prepared',
      counting(prepared, (item) => program(rules.read(item)) === 1),
    ),
    contender(
      EXPLAINING,
      'raw',
      counting(() => records, whole),
    ),
    contender(
      EXPLAINING,
      'text',
      counting(texts, (text) => whole(JSON.parse(text))),
    ),
    contender(
      EXPLAINING,
      'prepared',
      counting(prepared, (item) => new Evaluator(item).rule(RULE).value === true),
    ),
  ]
}

export const COMPILED = 'Scansion, compiled'
export const EXPLAINING = 'Scansion, explaining'

export const judges: readonly Judge[] = [
  {
    name: COMPILED,
    threeValued: true,
    judge: (records) => records.map((raw) => verdictOf(rules.value(RULE, rules.read(prepare(engine, read(raw), DAY))))),
  },
  {
    name: EXPLAINING,
    threeValued: true,
    judge: (records) =>
      records.map((raw) => verdictOf(new Evaluator(prepare(engine, read(raw), DAY)).rule(RULE).value)),
  },
]
