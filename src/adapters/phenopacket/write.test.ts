import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../test/support/cases.ts'
import { soundRecord } from '../../../test/support/damage.ts'
import { realEngine, realKnowledge } from '../../../test/support/real.ts'
import { recordOf } from '../../../test/support/record.ts'
import { Random } from '../../../test/support/seeded.ts'
import { assess } from '../../assess/index.ts'
import type { Fact, PersonRecord } from '../../core/record.ts'
import { codesFile } from '../../load/files/codes.ts'
import { readOwn } from '../case/record.ts'
import { JsonPlace } from '../pointer.ts'
import { readPhenopackets } from './index.ts'
import { writePacket } from './write.ts'

const engine = realEngine()
const { systems } = codesFile(realKnowledge().findings, 'test')
const CODES = Object.fromEntries(
  Object.entries(systems).map(([system, codes]) => [
    system,
    Object.fromEntries(
      Object.entries(codes).map(([code, { means, display }]) => [code, means.map((row) => ({ ...row, display }))]),
    ),
  ]),
)
const created = '2026-11-25T08:00:00Z'

function through(record: PersonRecord) {
  const { written, losses } = writePacket(record, engine, CODES, { created })
  const [item] = readPhenopackets(new JsonPlace('back'), JSON.parse(JSON.stringify(written)), engine, CODES, undefined)
  if (!item?.record) throw new Error('no record')
  return { written, losses, back: item.record, problems: item.problems }
}

function read(fields: unknown): PersonRecord {
  const { record } = readOwn(new JsonPlace('made'), fields, engine)
  if (!record) throw new Error('no record')
  return record
}

const stated = ({ key, status, value, comparator, choice }: Fact) =>
  JSON.stringify({ key, status, value, comparator, choice })

/** Nothing is made up on the way, and what is missing is named at its place. */
function expectHonest(record: PersonRecord): void {
  const { back, losses, problems } = through(record)
  expect(problems).toEqual([])
  const given = new Set(record.facts.map(stated))
  expect(back.facts.map(stated).filter((fact) => !given.has(fact))).toEqual([])
  const kept = new Set(back.facts.map(stated))
  const lost = new Set(losses.map(({ at }) => at))
  expect(record.facts.filter((fact) => !kept.has(stated(fact)) && !lost.has(fact.at))).toEqual([])
}

describe('writePacket', () => {
  it('keeps facts, days, limits, courses and verdicts of what has exact codes', () => {
    const record = read({
      id: 'p',
      sex: 'female',
      findings: [
        { key: 'poems-syndrome', status: 'present', when: '2024-03-20' },
        { key: 'polyneuropathy', status: 'present', when: '2024-03' },
        { key: 'papilledema', status: 'absent', when: '2024-03-18', note: 'seen by an eye clinic' },
      ],
      measurements: [
        { key: 'platelets', value: 512, unit: '10*9/L', referenceLow: 150, referenceHigh: 400, when: '2024-03-18' },
      ],
      courses: [{ for: 'poems', with: ['lenalidomide'], start: '2024-04-01', stop: '2024-09-01' }],
    })
    const { losses, back, written } = through(record)
    expect(losses).toEqual([])
    expect(written).toMatchObject({ metaData: { created, phenopacketSchemaVersion: '2.0' } })
    const verdicts = (item: PersonRecord) =>
      assess(engine, item, { today: '2026-11-25' }).criteria.map(({ id, value, grade }) => [id, value, grade])
    expect(verdicts(back)).toEqual(verdicts(record))
    expect(back.facts).toHaveLength(record.facts.length)
    expect(back.courses).toMatchObject([{ for: 'poems', with: ['lenalidomide'] }])
  })

  it('leaves out a limit that stands alone, which others would read with a 0 beside it, and says so', () => {
    const amount = { key: 'platelets', value: 512, unit: '10*9/L', referenceHigh: 400, when: '2024-03-18' }
    const { losses, written } = through(read({ id: 'p', measurements: [amount] }))
    expect(JSON.stringify(written)).not.toContain('referenceRange')
    expect(losses.map(({ what }) => what)).toEqual(['platelets: high limit'])
  })

  it('leaves a course open that has no stop', () => {
    const { losses, back } = through(recordOf({ course: 'poems with lenalidomide from 2024-04-01' }, engine))
    expect(losses).toEqual([])
    expect(back.courses[0]?.stop).toBeUndefined()
  })

  it('forgives a unit its spelling, and no other unit', () => {
    const amount = { key: 'hemoglobin', value: 148, unit: 'g/l', when: '2024-03-18' }
    expect(through(read({ id: 'p', measurements: [amount] })).losses).toEqual([])
  })

  it.each([
    ['a number with a comparator', { platelets: '< 20 10*9/L' }, 'platelets'],
    ['a doubtful finding', { papilledema: 'equivocal' }, 'papilledema'],
    ['a key that has no code', { 'light-chain': 'lambda' }, 'light-chain'],
  ])('leaves out %s and says so', (_, given, what) => {
    const { losses, written } = through(recordOf(given, engine))
    expect(losses.map((loss) => loss.what)).toEqual([what])
    expect(Object.keys(written)).toEqual(['id', 'subject', 'metaData'])
  })

  it('says that a course of two treatments becomes two', () => {
    const { losses } = through(recordOf({ course: 'poems with lenalidomide, corticosteroids from 2024-04-01' }, engine))
    expect(losses.map(({ what }) => what)).toEqual([
      'the course of lenalidomide, corticosteroids for poems',
      'the course of lenalidomide for poems would be read, which the record does not say',
      'the course of corticosteroids for poems would be read, which the record does not say',
    ])
  })

  it.each([...teachingCases(), ...publishedCases()])('makes nothing up from %s, and names what it loses', (path) => {
    expectHonest(readCase(path, engine).record)
  })

  it('makes nothing up from random records, and names what it loses', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        let mark = 0
        const { record } = readOwn(
          new JsonPlace('made'),
          soundRecord(new Random(seed), () => `mark ${mark++}`),
          engine,
        )
        if (!record) throw new Error('no record')
        expectHonest(record)
      }),
      { numRuns: 150, seed: 20_261_125 },
    )
  })
})
