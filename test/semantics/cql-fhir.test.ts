import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { writeFhirRecord } from '../../src/adapters/fhir/write/record/index.ts'
import { builtCodeIndex } from '../../src/cli/built.ts'
import { parseDay } from '../../src/core/day.ts'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import { Evaluator } from '../../src/core/evaluate.ts'
import { prepare } from '../../src/core/prepare.ts'
import { cqlFhirLibrary } from '../../src/targets/cql/index.ts'
import { publishedCases, readCase, teachingCases } from '../support/cases.ts'
import { asOfDay, fhirLibrary, fhirOptions } from '../support/cql-fhir.ts'
import { askingRules, isBeyond, recordIn, said, wanted } from '../support/cql-fhir-judge.ts'
import { makeEngine } from '../support/engine.ts'
import { madeUpCodes } from '../support/made-up-codes.ts'
import { bundles } from '../support/random-fhir.ts'
import { days, engineOf, engines } from '../support/random-rules.ts'
import { realEngine } from '../support/real.ts'
import { engineOf as engineOfTable, nodeOf, type Row, readTables, recordOfRow, type Table } from '../support/table.ts'

/**
 * Rules as CQL over FHIR, translated and executed, agree with the evaluator on the record that Scansion reads of the same
 * Bundle. `SCANSION_CQL_FHIR_PAIRS=1000` asks so many pairs of rules and Bundle; `SCANSION_SEED` repeats a run.
 */
const PAIRS = Number(process.env.SCANSION_CQL_FHIR_PAIRS ?? 40)
const SEED = Number(process.env.SCANSION_SEED ?? 20_261_127)
vi.setConfig({ testTimeout: 300_000 + PAIRS * 3000 })
const RECORDED = '2026-11-25T10:00:00Z'
const THREE = ['papilledema', 'peripheral-edema', 'hyperpigmentation']

const told = (value: unknown) => value ?? 'unknown'

describe('the tables of meaning, as FHIR', () => {
  it.each(['made-up', 'real'] as const)('of the %s vocabulary', async (vocabulary) => {
    const tables = [...readTables()].filter(([, table]) => table.vocabulary === vocabulary)
    const { engine, rows } = joined(tables)
    const index = vocabulary === 'real' ? builtCodeIndex() : madeUpCodes(engine)
    const options = fhirOptions(engine, index)
    const ids = rows.map(({ id }) => id)
    const { one } = await fhirLibrary(
      cqlFhirLibrary(engine, ids, 'Tables', options).text,
      options,
      engine.knowledge.version,
    )
    let expressed = 0
    for (const { id, row } of rows) {
      const record = recordOfRow(row, engine)
      const day =
        row['as-of'] === undefined || record.relativeOnly ? Infinity : (parseDay(row['as-of'])?.to ?? Number.NaN)
      const { written } = writeFhirRecord(record, engine, index, RECORDED)
      const { value } = new Evaluator(prepare(engine, recordIn(written, engine, index), day)).rule(id)
      expect([id, row.row, told(await one(written, id, asOfDay(day)))]).toEqual([id, row.row, value])
      if (value === row.value) expressed++
    }
    // What FHIR cannot say is lost when it is written: an answer to a course, an assay, a declared silence.
    expect(expressed / rows.length).toBeGreaterThan(0.75)
  })
})

/** Tables of one vocabulary as one engine with a rule for each row, so that all are translated once. */
function joined(tables: readonly (readonly [string, Table])[]): {
  readonly engine: Engine
  readonly rows: readonly { readonly id: string; readonly row: Row }[]
} {
  const engines = tables.map(([, table]) => engineOfTable(table))
  const [first] = engines
  if (first === undefined) throw new Error('no tables')
  const rows = tables.flatMap(([name, table], t) =>
    table.rows.map((row, i) => {
      const id = `${name}-${i}`
      return { id, row, rule: { id, title: id, sources: [], when: nodeOf(table, row, engines[t] ?? first) } }
    }),
  )
  const rules = Object.assign({}, ...engines.map(({ knowledge }) => knowledge.rules))
  const asked = Object.fromEntries(rows.map(({ id, rule }) => [id, rule]))
  return { engine: createEngine({ ...first.knowledge, rules: { ...rules, ...asked } }), rows }
}

describe('cases, as FHIR', () => {
  it('have the verdicts of the evaluator', async () => {
    const engine = realEngine()
    const index = builtCodeIndex()
    const options = fhirOptions(engine, index)
    const { criteria, redFlags, indication } = engine.knowledge.settings
    const { text, rules } = cqlFhirLibrary(engine, [...criteria, ...redFlags, indication], 'Rules', options)
    const { ask } = await fhirLibrary(text, options, engine.knowledge.version)
    const seen = new Map<unknown, number>()
    for (const path of [...publishedCases(), ...teachingCases()]) {
      const { written } = writeFhirRecord(readCase(path, engine).record, engine, index, RECORDED)
      const results = await ask(written)
      const evaluator = new Evaluator(prepare(engine, recordIn(written, engine, index), Infinity))
      for (const id of rules) {
        const { value } = evaluator.rule(id)
        expect([path, id, told(results[id])]).toEqual([path, id, value])
        seen.set(value, (seen.get(value) ?? 0) + 1)
      }
    }
    for (const value of [true, false, 'unknown']) expect(seen.get(value) ?? 0, String(value)).toBeGreaterThan(100)
  })
})

describe('random Bundles', () => {
  const engine = engineOf(askingRules(makeEngine(), THREE))
  const index = madeUpCodes(engine)
  const options = fhirOptions(engine, index)
  const ids = Object.keys(engine.knowledge.rules)
  const library = cqlFhirLibrary(engine, ids, 'Asked', options)
  const made = fhirLibrary(library.text, options, 'test')

  it('all combinations of three findings that are present, absent or not stated have the values of the evaluator', async () => {
    const { ask } = await made
    for (const states of combinations(3)) {
      const bundle = bundleOf(states.map((state, i) => ({ key: THREE[i] ?? '', state })))
      const now = prepare(engine, recordIn(bundle, engine, index), Infinity)
      expect(said(await ask(bundle), library.keys, ids)).toEqual(wanted(now, library.keys, ids))
    }
  })

  it(`are read as Scansion reads them, on ${PAIRS} of them`, async () => {
    const { ask } = await made
    let facts = 0
    await fc.assert(
      fc.asyncProperty(bundles(engine, index), days, async (bundle, asOf) => {
        const record = recordIn(bundle, engine, index)
        fc.pre(!isBeyond(record))
        const now = prepare(engine, record, asOf)
        expect(said(await ask(bundle, asOfDay(asOf)), library.keys, ids)).toEqual(wanted(now, library.keys, ids))
        facts += now.factsBy.flatMap((list) => list ?? []).length
      }),
      { seed: SEED, numRuns: PAIRS, endOnFailure: true },
    )
    expect(facts).toBeGreaterThan(PAIRS)
  })

  it(`agree with the evaluator on random rules, on ${PAIRS} pairs`, async () => {
    const each = 10
    const seen = new Map<unknown, number>()
    await fc.assert(
      fc.asyncProperty(engines(), fc.nat(1_000_000), days, async (random, seed, asOf) => {
        const codes = madeUpCodes(random, ASKED)
        const over = fhirOptions(random, codes)
        const asked = Object.keys(random.knowledge.rules)
        const { ask } = await fhirLibrary(cqlFhirLibrary(random, asked, 'Random', over).text, over, 'test')
        for (const bundle of fc.sample(bundles(random, codes), { numRuns: each, seed })) {
          const results = await ask(bundle, asOfDay(asOf))
          const evaluator = new Evaluator(prepare(random, recordIn(bundle, random, codes), asOf))
          for (const id of asked) {
            const { value } = evaluator.rule(id)
            if (told(results[id]) !== value)
              throw new Error(`${id}: CQL ${results[id]}, evaluator ${value} of ${JSON.stringify(bundle)}`)
            seen.set(value, (seen.get(value) ?? 0) + 1)
          }
        }
      }),
      { seed: SEED, numRuns: Math.ceil(PAIRS / each), endOnFailure: true },
    )
    // A run in which nearly everything is unknown would show nothing.
    for (const value of [true, false, 'unknown'])
      expect(seen.get(value) ?? 0, String(value)).toBeGreaterThan(PAIRS / 50)
  })
})

/** The keys that random rules ask about. */
const ASKED = [
  'papilledema',
  'peripheral-edema',
  'hyperpigmentation',
  'thrombocytosis',
  'polyneuropathy',
  'platelets',
  'm-protein',
  'hemoglobin',
  'light-chain',
  'heavy-chain',
  'treated-as',
  'ivig',
  'corticosteroids',
  'lenalidomide',
]

type State = 'present' | 'absent' | undefined

function combinations(n: number): readonly (readonly State[])[] {
  if (n === 0) return [[]]
  const states: readonly State[] = ['present', 'absent', undefined]
  return combinations(n - 1).flatMap((rest) => states.map((state) => [...rest, state]))
}

/** Findings as Conditions, present or refuted, by the made-up codes that mean exactly them. */
function bundleOf(stated: readonly { readonly key: string; readonly state: State }[]): object {
  const { codes } = fhirOptions(makeEngine(), madeUpCodes(makeEngine()))
  const conditions = stated.flatMap(({ key, state }) => {
    const code = codes.get(key)?.codes.find(({ relation }) => relation === 'exact')
    if (state === undefined || code === undefined) return []
    const verificationStatus = { coding: [{ code: state === 'present' ? 'confirmed' : 'refuted' }] }
    const coding = [{ system: code.system, code: code.code }]
    return [{ resourceType: 'Condition', verificationStatus, code: { coding }, subject: { reference: 'Patient/p' } }]
  })
  const resources = [{ resourceType: 'Patient', id: 'p' }, ...conditions]
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
}
