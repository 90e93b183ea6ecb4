import { noteOf } from '../../coded.ts'
import { hintRows, isInQuestion, offerMeanings, saysNothing, understand } from './concept.ts'
import { codesOf } from './element.ts'
import { readFoundValue } from './found-value.ts'
import { offerQuestion, offerTexts } from './offer.ts'
import { ASSERTION, hasValue, RESULT_KINDS, type Result, type ResultMeaning, valueWords } from './result.ts'
import { pushChoice, pushFinding, pushNumber } from './statement.ts'

/** Reads one result: a number, a finding with its answer, a coded conclusion. What states nothing certain is offered. */
export function readResult(given: Result): void {
  const result = doubted(given)
  const { sheet, fields, pointer } = result
  const understood = understand(sheet, fields.code, `${pointer}/code`, RESULT_KINDS)
  if (isNotDone(fields) || saysNothing(fields.code)) {
    sheet.outcome.raise('setAside')
    return
  }
  if (codesOf(fields.code).includes(ASSERTION)) {
    readFoundValue(result, understood)
    return
  }
  if (result.doubt !== undefined) {
    offerMeanings(sheet, understood, noteOf(result.doubt, valueWords(fields)) ?? result.doubt)
    if (!result.isPanel) offerQuestion(result, understood)
    readFoundValue(result, understood)
    offerTexts(result, understood, [])
    return
  }
  if (understood.meanings.length === 0) {
    hintRows(sheet, understood, fields.valueCodeableConcept === undefined ? true : undefined)
    if (!result.isPanel) offerQuestion(result, understood)
  }
  const open = understood.meanings.filter((meaning) => !stateMeaning(result, meaning))
  for (const { coding, word, row } of open) {
    sheet.hint({
      at: coding.at,
      code: coding.shown,
      label: coding.label,
      key: word.key,
      relation: row.relation,
      done: true,
    })
  }
  readFoundValue(result, understood)
  offerTexts(result, understood, open)
}

/** A value beside a reason why there is none is one that nobody may rely on. */
function doubted(result: Result): Result {
  const { fields, doubt } = result
  if (isInQuestion(fields.code)) return { ...result, doubt: noteOf(doubt, 'in question') }
  if (fields.dataAbsentReason === undefined || isNotDone(fields) || result.isPanel) return result
  return { ...result, doubt: noteOf(doubt, 'a reason is given why there is no value') }
}

/** The value is said not to be there: the test was not done, or its result is not known. */
function isNotDone(fields: Result['fields']): boolean {
  return fields.dataAbsentReason !== undefined && !hasValue(fields)
}

function stateMeaning(result: Result, meaning: ResultMeaning): boolean {
  switch (meaning.word.kind) {
    case 'measurement':
      return pushNumber(result, meaning)
    case 'finding':
    case 'diagnosis':
      return pushFinding(result, meaning)
    default:
      return pushChoice(result, meaning)
  }
}
