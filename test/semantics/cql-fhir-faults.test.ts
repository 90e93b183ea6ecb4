import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEngine, type Engine } from '../../src/core/engine.ts'
import { prepare } from '../../src/core/prepare.ts'
import type { RuleNode } from '../../src/schema/engine.ts'
import { cqlFhirLibrary } from '../../src/targets/cql/index.ts'
import { asOfDay, fhirLibrary, fhirOptions } from '../support/cql-fhir.ts'
import { CQL_FAULTS, withFaults } from '../support/cql-fhir-faults.ts'
import { askingRules, isBeyond, recordIn, said, wanted } from '../support/cql-fhir-judge.ts'
import { makeEngine } from '../support/engine.ts'
import { madeUpCodes } from '../support/made-up-codes.ts'
import { bundles } from '../support/random-fhir.ts'
import { days, engineOf } from '../support/random-rules.ts'
import { tellingBundles } from '../support/telling-fhir.ts'

/** Libraries over FHIR made wrong on purpose: Bundles made for it, and random ones, must show each fault. */
const SEED = 20_261_127
const BUNDLES = 400

const THREE = ['papilledema', 'hyperpigmentation', 'thrombocytosis']
const KEYS = [...THREE, 'platelets', 'hemoglobin', 'vegf-serum', 'vegf-plasma', 'vegf-unspecified']
const GIVEN = ['light-chain', 'treated-as', 'poems-syndrome', 'ivig', 'lenalidomide', 'sex']

/** Few keys, so that they meet, and rules that read them in every way. */
function small(): Engine {
  const { knowledge } = makeEngine()
  const findings = Object.fromEntries(
    Object.entries(knowledge.findings).filter(([key]) => [...KEYS, ...GIVEN].includes(key)),
  )
  const bare = createEngine({ ...knowledge, findings })
  const own: readonly (readonly [string, RuleNode])[] = [
    ['latest', { kind: 'finding', key: 'papilledema', time: 'latest' }],
    [
      'above',
      {
        kind: 'is',
        key: 'platelets',
        time: 'ever',
        limit: 'above',
        orWithoutLimit: { comparator: '>', value: 4, text: '' },
      },
    ],
    [
      'untreated',
      { kind: 'is', key: 'hemoglobin', time: 'before-treatment', threshold: { comparator: '>', value: 2, text: '' } },
    ],
    ['ended', { kind: 'course', with: ['ivig', 'lenalidomide'], state: 'ended' }],
  ]
  const rules = [...askingRules(bare, THREE), ...own.map(([id, when]) => ({ id, title: id, sources: [], when }))]
  const { measured } = engineOf([]).knowledge
  return createEngine({
    ...knowledge,
    findings,
    measured,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule])),
  })
}

it('every seeded fault is seen', { timeout: 900_000 }, async () => {
  const engine = small()
  const index = madeUpCodes(engine)
  const options = fhirOptions(engine, index)
  const ids = Object.keys(engine.knowledge.rules)
  const { text, keys } = cqlFhirLibrary(engine, ids, 'Faulty', options)
  const { ask } = await fhirLibrary(withFaults(text, CQL_FAULTS), options, 'test')
  const open = new Set(CQL_FAULTS.keys())
  const random = fc.record({ bundle: bundles(engine, index), asOf: days })
  const asked = [...tellingBundles(options), ...fc.sample(fc.noBias(random), { numRuns: BUNDLES, seed: SEED })]
  for (const { bundle, asOf } of asked) {
    if (open.size === 0) break
    const record = recordIn(bundle, engine, index)
    if (isBeyond(record)) continue
    const right = JSON.stringify(wanted(prepare(engine, record, asOf), keys, ids))
    // A library that is wrong without a fault would show them all.
    const sound = await ask(bundle, asOfDay(asOf))
    expect(JSON.stringify(said(sound, keys, ids))).toBe(right)
    for (const fault of open) {
      const results = await ask(bundle, { ...asOfDay(asOf), Fault: fault + 1 })
      if (JSON.stringify(said(results, keys, ids)) !== right) open.delete(fault)
    }
  }
  expect([...open].map((fault) => CQL_FAULTS[fault]?.name)).toEqual([])
  expect(CQL_FAULTS.length).toBeGreaterThanOrEqual(40)
})
