import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeEngine } from '../../../test/support/engine.ts'
import { readRecord } from './record.ts'

const engine = makeEngine()

const when = fc.constantFrom(undefined, null, '2024-03-18', '2024-02', '2023', '2023-02-30', 'baseline', 3)
const amount = fc.constantFrom<unknown>(undefined, null, 0, 4.5, 450, -1, '450', Infinity)
const finding = fc.record(
  {
    key: fc.constantFrom<unknown>(
      'polyneuropathy',
      'mgus',
      'ivig',
      'light-chain',
      'platelets',
      'nonsense',
      undefined,
      7,
    ),
    status: fc.constantFrom<unknown>('present', 'absent', 'equivocal', 'unknown', undefined),
    when,
    method: fc.constantFrom('CT'),
  },
  { requiredKeys: ['key', 'status', 'when'] },
)
const measurement = fc.record(
  {
    key: fc.constantFrom<unknown>('platelets', 'vegf-serum', 'polyneuropathy', 'nonsense', undefined),
    value: amount,
    unit: fc.constantFrom<unknown>('10*9/L', 'pg/mL', 'ng/L', 'furlong', undefined),
    referenceLow: amount,
    referenceHigh: amount,
    when,
    comparator: fc.constantFrom('<', null),
  },
  { requiredKeys: ['key', 'value', 'unit', 'when'] },
)

// A note that says nothing is enough for an entry not to be plain.
const noted = (entry: object): object => ({ ...entry, note: null })

describe('a plain entry', () => {
  it.each([
    ['findings', finding],
    ['measurements', measurement],
  ] as const)('gives the same facts and problems as one read the long way: %s', (list, entries) => {
    fc.assert(
      fc.property(fc.array<object>(entries, { maxLength: 4 }), (items) => {
        const short = readRecord('a.json', { [list]: items }, engine)
        expect(short).toEqual(readRecord('a.json', { [list]: items.map(noted) }, engine))
      }),
      { numRuns: 1500 },
    )
  })

  it('is read into a fact with its place', () => {
    const { record, problems } = readRecord(
      'a.json',
      {
        findings: [{ key: 'polyneuropathy', status: 'present', when: '2024-02' }],
        measurements: [{ key: 'vegf-serum', value: 620, unit: 'pg/mL', referenceHigh: 500, when: '2024-03-18' }],
      },
      engine,
    )
    expect(problems).toEqual([])
    expect(record?.facts).toEqual([
      { key: 'polyneuropathy', status: 'present', when: '2024-02', from: 19754, to: 19782, at: 'a.json#/findings/0' },
      {
        key: 'vegf-serum',
        value: 620,
        interval: { low: 620, high: 620, lowOpen: false, highOpen: false },
        limitHigh: 500,
        specimen: 'serum',
        when: '2024-03-18',
        from: 19800,
        to: 19800,
        at: 'a.json#/measurements/0',
      },
    ])
  })
})
