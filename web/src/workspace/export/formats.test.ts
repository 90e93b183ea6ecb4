import { describe, expect, it } from 'vitest'
import { writeRecord } from '../../../../src/adapters/case/write.ts'
import { codeIndexOf, readDocument } from '../../../../src/adapters/index.ts'
import { gridOf, readTable } from '../../../../src/adapters/table/index.ts'
import { OWN_MAPPING } from '../../../../src/adapters/table/write.ts'
import { assess } from '../../../../src/assess/index.ts'
import type { PersonRecord } from '../../../../src/core/index.ts'
import { codesFile } from '../../../../src/load/files/codes.ts'
import { publishedCases, readCase, teachingCases } from '../../../../test/support/cases.ts'
import { realEngine, realKnowledge } from '../../../../test/support/real.ts'
import { readSheet } from '../../state/reading.ts'
import { recordOf, sheetOf } from '../../state/sheet.ts'
import { type ExportFormat, exportAs, FORMATS } from './formats.ts'

const engine = realEngine()
const codes = codeIndexOf(codesFile(realKnowledge().findings, 'x').systems)
const TODAY = '2026-11-27'

const verdicts = (record: PersonRecord) =>
  assess(engine, record, { today: TODAY }).criteria.map(({ id, value, grade }) => [id, value, grade])

function exported(path: string) {
  const { record } = readCase(path, engine)
  const reading = readSheet(engine, sheetOf(writeRecord(record, engine).written), { today: TODAY })
  const common = { authored: recordOf(reading.sheet), engine, codes, created: '2026-11-27T00:00:00Z' }
  return {
    record,
    as: (format: ExportFormat) =>
      exportAs(format, { ...common, record: reading.record, assessment: reading.assessment }),
  }
}

describe.each([...publishedCases(), ...teachingCases()])('%s', (path) => {
  it('gives the same verdicts when its own record is read back', () => {
    const { record, as } = exported(path)
    const { name, text } = as('record')
    const [back] = readDocument(name, text, engine)
    expect(back?.record && verdicts(back.record)).toEqual(verdicts(record))
  })

  it('gives the same verdicts as a table, or says what it lost', () => {
    const { record, as } = exported(path)
    const { name, text, losses } = as('csv')
    const [back] = readTable(gridOf(name, text, undefined), OWN_MAPPING, engine)
    if (losses.length === 0) expect(back?.record && verdicts(back.record)).toEqual(verdicts(record))
    else expect(losses.every(({ what }) => what !== '')).toBe(true)
  })

  it('is written in each format as what the format says it is', () => {
    const { as } = exported(path)
    for (const format of FORMATS) {
      const { name, text, type } = as(format)
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*\.(json|csv)$/u)
      if (type === 'text/csv') continue
      const value = JSON.parse(text)
      if (type === 'application/fhir+json') expect(value).toMatchObject({ resourceType: 'Bundle' })
      if (format === 'assessment') expect(value).toMatchObject({ format: 'scansion.assessment/1' })
    }
  })
})
