import { noteOf } from '../../coded.ts'
import { hintRows, offerMeanings, offerWords, saysNothing, understand } from './concept.ts'
import { fieldsOf, textOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { dateOf, momentOf } from './times.ts'
import { shown } from './words.ts'

const NEVER = new Set(['not-done', 'entered-in-error', 'preparation'])
const DONE = new Set(['completed', 'in-progress'])
const TREATMENTS = ['treatment'] as const

/** Reads a Procedure: a treatment as a course; of a test that it was done, which states no result. */
export function readProcedure(sheet: Sheet): void {
  const { value } = sheet.found
  const status = textOf(value.status)
  if ((status !== undefined && NEVER.has(status)) || value.notDone === true || saysNothing(value.code)) {
    sheet.outcome.raise('setAside')
    return
  }
  const understood = understand(sheet, value.code, '/code', TREATMENTS)
  if (understood.meanings.length === 0) {
    hintRows(sheet, understood, status !== undefined && DONE.has(status) ? true : undefined)
    offerWords(sheet, value.code, understood, '/code', TREATMENTS)
    return
  }
  if (status === undefined || !DONE.has(status)) {
    offerMeanings(sheet, understood, status === undefined ? 'no status' : `status ${shown(status)}`)
    return
  }
  const stem = Object.keys(value).some((name) => name.startsWith('occurrence')) ? 'occurrence' : 'performed'
  const period = value[`${stem}Period`]
  const { start, end } = fieldsOf(period)
  const moment = period === undefined ? momentOf(sheet, value, stem) : {}
  const from = period === undefined ? moment.when : dateOf(sheet, start, `/${stem}Period/start`)
  const to = dateOf(sheet, end, `/${stem}Period/end`)
  const note = noteOf(moment.note)
  for (const key of new Set(understood.meanings.map(({ word }) => word.key))) {
    const times = { ...(from !== undefined && { start: from }), ...(to !== undefined && { stop: to }) }
    sheet.push('courses', { with: [key], ...times, ...(note !== undefined && { note }) }, '')
  }
}
