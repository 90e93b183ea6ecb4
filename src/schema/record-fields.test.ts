import { expect, it } from 'vitest'
import {
  AuthoredComplete,
  AuthoredCourse,
  AuthoredFinding,
  AuthoredMeasurement,
  AuthoredRecord,
  AuthoredTreatedAs,
  AuthoredTreatment,
} from './record.ts'
import { RECORD_FIELDS } from './record-fields.ts'

it.each([
  ['record', AuthoredRecord],
  ['findings', AuthoredFinding],
  ['measurements', AuthoredMeasurement],
  ['courses', AuthoredCourse],
  ['treatedAs', AuthoredTreatedAs],
  ['treatments', AuthoredTreatment],
  ['complete', AuthoredComplete],
] as const)('lists the fields of %s as the schema does', (name, schema) => {
  expect(RECORD_FIELDS[name]).toEqual(Object.keys(schema.properties))
})
