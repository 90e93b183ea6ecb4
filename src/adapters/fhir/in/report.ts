import { noteOf } from '../../coded.ts'
import { systemOf } from '../../codes.ts'
import {
  hintRows,
  isInQuestion,
  offerMeanings,
  offerText,
  offerWords,
  STATED_KINDS,
  saysNothing,
  understand,
} from './concept.ts'
import { elementsOf, firstOf, textOf, wordsOf } from './element.ts'
import { standingOf } from './observation.ts'
import { offerAnswer } from './offer.ts'
import type { Sheet } from './reader.ts'
import { dateOf, momentOf } from './times.ts'
import { shown } from './words.ts'

/**
 * Reads a DiagnosticReport: coded conclusions are findings, words are offered. Its results are resources of their own, and
 * are read where they stand.
 */
export function readReport(sheet: Sheet): void {
  const { value } = sheet.found
  const standing = standingOf(value.status)
  if (standing.aside) {
    sheet.outcome.raise('setAside')
    return
  }
  const coded = firstOf(value, 'conclusionCode', 'codedDiagnosis')
  const conclusions = elementsOf(coded.value, coded.pointer)
  const text = textOf(value.conclusion)
  const test = understand(sheet, value.code, '/code', ['measurement', 'finding', 'choice', 'diagnosis'])
  if (text !== undefined) offerAnswer(sheet, test, text, '/conclusion')
  elementsOf(value.presentedForm, '/presentedForm').forEach(({ fields, pointer }) => {
    for (const words of new Set([textOf(fields.title), ...wordsOf(value.code)])) {
      if (words !== undefined) offerText(sheet, words, pointer, STATED_KINDS)
    }
  })
  for (const { fields, pointer } of conclusions) readConclusion(sheet, fields, pointer, test.words[0], standing)
  const hasResults = elementsOf(value.result, '').length > 0
  if (conclusions.length > 0 || text !== undefined) return
  if (hasResults || test.rows.length === 0) sheet.outcome.raise('setAside')
  else hintRows(sheet, test, true)
}

function readConclusion(
  sheet: Sheet,
  concept: unknown,
  pointer: string,
  test: string | undefined,
  { doubt, note }: ReturnType<typeof standingOf>,
): void {
  if (saysNothing(concept)) {
    sheet.outcome.raise('setAside')
    return
  }
  const understood = understand(sheet, concept, pointer, STATED_KINDS)
  const stated = understood.meanings.filter(
    ({ coding, word }) => systemOf(coding.system) !== 'LOINC' && word.kind !== 'choice',
  )
  if (stated.length === 0) {
    hintRows(sheet, understood)
    offerWords(sheet, concept, understood, pointer, STATED_KINDS)
    return
  }
  const why = isInQuestion(concept) ? 'in question' : doubt
  if (why !== undefined) {
    offerMeanings(sheet, { ...understood, meanings: stated }, why)
    return
  }
  const moment = momentOf(sheet, sheet.found.value, 'effective')
  const when = moment.when ?? dateOf(sheet, sheet.found.value.issued, '/issued')
  const by = moment.when === undefined && when !== undefined ? 'dated by the day of issue' : undefined
  const said = noteOf(note, moment.note, by, test === undefined ? undefined : shown(test))
  for (const { word } of stated) {
    const common = { ...(when !== undefined && { when }), ...(said !== undefined && { note: said }) }
    sheet.push('findings', { key: word.key, status: 'present', ...common }, pointer)
  }
}
