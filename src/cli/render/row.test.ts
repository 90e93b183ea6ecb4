import { expect, it } from 'vitest'
import { realEngine } from '../../../test/support/real.ts'
import { recordOf } from '../../../test/support/record.ts'
import { assess } from '../../assess/index.ts'
import { drawRow, rowHeader } from './row.ts'

const engine = realEngine()
const sets = engine.knowledge.settings.criteria
const cellsOf = (line: string) => line.trimEnd().split(',')

it('has a cell for each column: verdicts, grade, red flag, and what is missing first', () => {
  const record = recordOf({ polyneuropathy: 'present', 'm-protein-spep': 'absent', papilledema: 'present' }, engine)
  const assessment = assess(engine, record, { today: '2026-11-25' })
  const row = cellsOf(drawRow('a.json', assessment, 2, sets))
  const named = Object.fromEntries(cellsOf(rowHeader(sets)).map((name, index) => [name, row[index]]))
  expect(row).toHaveLength(sets.length + 7)
  const mayo = assessment.criteria.find(({ id }) => id === 'mayo-2007')
  expect(named).toMatchObject({
    input: 'a.json',
    person: 'test',
    redFlag: 'undetermined',
    'mayo-2007': 'undetermined',
    firstMissing: mayo?.missing[0]?.key,
    nextTest: 'serum-immunofixation',
    problems: '2',
  })
  expect(mayo?.missing[0]?.key).toBeDefined()
})

it('has a row for an input without a record', () => {
  expect(cellsOf(drawRow('b,c.json', undefined, 1, []))).toEqual(['"b', 'c.json"', '', '', '', '', '', '1'])
})

it.each([
  [{ value: true, level: 'high', reasons: [] }, 'high'],
  [{ value: true, level: 'medium', reasons: [] }, 'medium'],
  [{ value: 'unknown', reasons: [] }, 'undetermined'],
  [{ value: false, reasons: [] }, 'none'],
  [{ value: false, quiet: 'poems-syndrome', reasons: [] }, 'quiet'],
] as const)('says of the red flag %j: %s', (redFlags, expected) => {
  const record = recordOf({ polyneuropathy: 'present' }, engine)
  const assessment = { ...assess(engine, record, { today: '2026-11-25' }), redFlags: { ...redFlags, reasons: [] } }
  expect(cellsOf(drawRow('a.json', assessment, 0, []))[2]).toBe(expected)
})
