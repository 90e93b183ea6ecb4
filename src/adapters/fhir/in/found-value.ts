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
  type Understood,
  understand,
} from './concept.ts'
import { codesOf } from './element.ts'
import { answerOf, interpretationOf } from './interpretation.ts'
import { ASSERTION, common, type Result } from './result.ts'
import { pushChosen } from './statement.ts'
import { shown } from './words.ts'

/**
 * Reads a coded value that names what was found: under an assertion, or a code that is a test, or in an examination. Under
 * any other code it may be somebody else's, or a reason: then it is offered.
 */
export function readFoundValue(result: Result, question: Understood): void {
  const { sheet, fields, pointer, when, site, method, specimen } = result
  const concept = fields.valueCodeableConcept
  if (concept === undefined || answerOf(concept) !== undefined || saysNothing(concept)) return
  const at = `${pointer}/valueCodeableConcept`
  const found = understand(sheet, concept, at, STATED_KINDS)
  const asserted = codesOf(fields.code).includes(ASSERTION)
  const stated = found.meanings.filter(({ coding }) => systemOf(coding.system) !== 'LOINC')
  if (stated.length === 0) {
    hintRows(sheet, found)
    if (asserted) offerWords(sheet, concept, found, at, STATED_KINDS)
    else for (const words of found.words) offerText(sheet, words, at, STATED_KINDS)
    return
  }
  const denied = isInQuestion(concept) || (interpretationOf(fields).status ?? 'present') !== 'present'
  const certain = result.doubt === undefined && !denied && (asserted || result.isFinding || question.rows.length > 0)
  if (!certain) {
    offerMeanings(sheet, { ...found, meanings: stated }, noteOf(result.doubt, question.words[0]) ?? 'a coded value')
    return
  }
  const note = noteOf(result.note, question.words[0] === undefined ? undefined : shown(question.words[0]))
  for (const { word, row } of stated) {
    const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
    if (word.kind !== 'choice') {
      sheet.push(
        'findings',
        { key: word.key, status: 'present', ...common({ when, site, method, specimen, note }) },
        at,
      )
    } else if (choice !== undefined) pushChosen(sheet, word.key, choice, { when, note }, at)
  }
}
