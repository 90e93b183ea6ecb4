import { describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../../test/support/cases.ts'
import { FhirCases } from '../../../../test/support/fhir-case.ts'
import { realEngine, realKnowledge } from '../../../../test/support/real.ts'
import { Random } from '../../../../test/support/seeded.ts'
import { assess } from '../../../assess/assess.ts'
import type { PersonRecord } from '../../../core/record.ts'
import { codesFile } from '../../../load/files/codes.ts'
import { readDocument } from '../../document.ts'

const engine = realEngine()
const { systems } = codesFile(realKnowledge().findings, 'test')
const CODES = Object.fromEntries(
  Object.entries(systems).map(([system, codes]) => [
    system,
    Object.fromEntries(Object.entries(codes).map(([code, { means }]) => [code, means])),
  ]),
)
const cases = new FhirCases(engine, CODES)
const SEEDS = 20

function verdicts(record: PersonRecord) {
  const { criteria, redFlags, conclusion } = assess(engine, record, { today: '2026-11-26' })
  return {
    criteria: criteria.map(({ id, value, grade }) => [id, value, grade]),
    redFlags: [redFlags.value, redFlags.level],
    indication: conclusion.indication,
    recorded: conclusion.recorded?.date,
    reasons: redFlags.reasons.map(({ id }) => id),
  }
}

const stated = ({ facts }: PersonRecord) =>
  facts
    .map(({ key, status, value, comparator, qualitative, limitLow, limitHigh, when }) =>
      JSON.stringify([key, status, value, comparator, qualitative, limitLow, limitHigh, when]),
    )
    .sort()

/** Keys that were left out on both sides. */
const left = new Set<string>()
const READ = ['SNOMED CT', 'HPO', 'ICD-10', 'ICD-10-CM', 'ICD-9-CM', 'ORPHA', 'LOINC', 'RxNorm', 'ATC']

describe('a case that was written as FHIR', () => {
  it.each([...publishedCases(), ...teachingCases()])('says the same when it is read: %s', (path) => {
    const { record } = readCase(path, engine)
    for (let seed = 0; seed < SEEDS; seed++) {
      const { bundle, kept, without } = cases.write(record, new Random(seed))
      for (const key of without) left.add(key)
      const [item, ...others] = readDocument('case.json', JSON.stringify(bundle), engine, CODES)
      expect(others).toEqual([])
      if (item?.record === undefined) throw new Error('no record')
      expect(stated(item.record)).toEqual(stated(kept))
      expect(verdicts(item.record)).toEqual(verdicts(kept))
      for (const [kind, counts] of Object.entries(item.coverage?.kinds ?? {})) {
        if (kind === 'Patient') continue
        expect([counts.toConfirm, counts.setAside, counts.notUnderstood]).toEqual([0, 0, 0])
      }
    }
  })

  it('leaves out only what no code states by itself', () => {
    const exact = Object.entries(CODES)
      .filter(([system]) => READ.includes(system))
      .flatMap(([, rows]) => Object.values(rows))
    for (const key of left) {
      const alone = exact.filter((rows) => rows.length === 1 && rows[0]?.key === key && rows[0].relation === 'exact')
      expect([key, alone]).toEqual([key, []])
    }
    // What cases hold in other words than codes: chains, courses of a nerve, judgements.
    expect([...left].sort()).toEqual(expect.arrayContaining(['heavy-chain', 'light-chain', 'castleman-histology']))
  })
})
