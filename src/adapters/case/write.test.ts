import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { publishedCases, readCase, teachingCases } from '../../../test/support/cases.ts'
import { soundRecord } from '../../../test/support/damage.ts'
import { Persons } from '../../../test/support/random-care.ts'
import { realEngine } from '../../../test/support/real.ts'
import { Random } from '../../../test/support/seeded.ts'
import { assess } from '../../assess/index.ts'
import type { PersonRecord } from '../../core/record.ts'
import { AuthoredRecord } from '../../schema/record.ts'
import { JsonPlace } from '../pointer.ts'
import { COLUMNS } from '../table/mapped.ts'
import { readTable } from '../table/read.ts'
import { OWN_MAPPING, writeRows } from '../table/write.ts'
import { readOwn } from './record.ts'
import { writeRecord } from './write.ts'

const engine = realEngine()
const schema = Compile(AuthoredRecord)
const seeds = fc.nat(1_000_000)

/** What a record says, without its order and its places. */
function said({ facts, courses, complete, sex, id, presentation }: PersonRecord) {
  const plain = (items: readonly object[]) =>
    items
      .map((item) =>
        JSON.stringify({ ...item, at: undefined }, (_, value) => (value === Number.NEGATIVE_INFINITY ? 'ever' : value)),
      )
      .sort()
  return {
    id,
    sex,
    presentation,
    facts: plain(facts.map((fact) => ({ ...fact }))),
    courses: plain(courses.map((course) => ({ ...course, start: [course.start.from, course.start.to] }))),
    complete: plain(complete),
  }
}

function verdicts(record: PersonRecord) {
  return assess(engine, record, { today: '2026-11-25' }).criteria.map(({ id, value, grade }) => [id, value, grade])
}

const throughOwn = (record: PersonRecord) => {
  const { written, losses } = writeRecord(record, engine)
  return { written, losses, back: readOwn(new JsonPlace('back'), JSON.parse(JSON.stringify(written)), engine).record }
}

const throughRows = (record: PersonRecord) => {
  const { written, losses } = writeRows(record, engine)
  const rows = [[...COLUMNS], ...written].map((cells, index) => ({ line: index + 1, cells }))
  return { losses, back: readTable({ name: 'back', rows, problems: [] }, OWN_MAPPING, engine)[0]?.record }
}

const made = (seed: number): PersonRecord => {
  let mark = 0
  const fields = soundRecord(new Random(seed), () => `mark ${mark++}`)
  const { record } = readOwn(new JsonPlace('made'), fields, engine)
  if (!record) throw new Error('no record')
  return record
}

describe('writeRecord', () => {
  it.each([...teachingCases(), ...publishedCases()])('keeps every fact and verdict of %s', (path) => {
    const { record } = readCase(path, engine)
    const { written, losses, back } = throughOwn(record)
    expect(losses).toEqual([])
    expect(back && said(back)).toEqual(said(record))
    expect(back?.problems).toEqual([])
    expect([...schema.Errors(written)]).toEqual([])
  })

  it('keeps every fact of random records that can be written', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = made(seed)
        const { written, losses, back } = throughOwn(record)
        expect(losses).toEqual([])
        expect(back && said(back)).toEqual(said(record))
        expect([...schema.Errors(written)]).toEqual([])
      }),
      { numRuns: 150, seed: 20_261_125 },
    )
  })

  it.each([
    ['the record format', throughOwn],
    ['rows', throughRows],
  ])('keeps facts and verdicts of random persons on the clinical path through %s', (_, through) => {
    const persons = new Persons(engine)
    fc.assert(
      fc.property(seeds, (seed) => {
        // Made-up facts may be such as no reader gives; what was written and read once is what readers give.
        const record = throughOwn(persons.record(new Random(seed))).back
        if (!record) throw new Error('no record')
        const { losses, back } = through(record)
        expect(losses).toEqual([])
        expect(back && said(back)).toEqual(said(record))
        expect(back && verdicts(back)).toEqual(verdicts(record))
      }),
      { numRuns: 60, seed: 20_261_125 },
    )
  })

  it('says that a time in words has only its day', () => {
    const record = made(1)
    const facts = record.facts.map((fact, index) =>
      index === 1 ? { ...fact, when: 'at the age of P45Y', from: 19_000, to: 19_100 } : fact,
    )
    const { losses } = throughOwn({ ...record, facts })
    expect(losses).toHaveLength(1)
    expect(losses[0]?.what).toContain('first possible day, time in words')
  })
})

describe('writeRows', () => {
  it.each([...teachingCases(), ...publishedCases()])('keeps every fact of %s', (path) => {
    const { record } = readCase(path, engine)
    const { losses, back } = throughRows(record)
    const { complete: _, ...kept } = said(record)
    expect(losses).toHaveLength(record.complete.length)
    expect(back && said(back)).toEqual({ ...kept, complete: [] })
    if (record.complete.length === 0 && back) expect(verdicts(back)).toEqual(verdicts(record))
  })

  it('keeps every fact of random records, and says that a table has no declarations', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = made(seed)
        const { losses, back } = throughRows(record)
        expect(losses.map(({ what }) => what)).toEqual(['the declaration that silence about papilledema means no'])
        expect(back && said(back)).toEqual({ ...said(record), complete: [] })
      }),
      { numRuns: 150, seed: 20_261_125 },
    )
  })
})
