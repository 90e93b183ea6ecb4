import type { Status } from '../../../core/record.ts'
import { noteOf } from '../../coded.ts'
import { systemOf } from '../../codes.ts'
import type { Fields } from '../../fields.ts'
import { TREATED_AS } from '../../vocabulary.ts'
import { firstOf, textOf, wordsOf } from './element.ts'
import { answerIn, answerOf, type Interpretation, interpretationOf } from './interpretation.ts'
import { limitsOf } from './limits.ts'
import type { Sheet } from './reader.ts'
import { common, defined, hasValue, type Result, type ResultMeaning, sideOf } from './result.ts'
import { specified } from './specimen.ts'
import { givenNumber } from './value.ts'
import { shown } from './words.ts'

/** Pushes the number of a result, or the laboratory's word for it. Says whether there was one. */
export function pushNumber(result: Result, { word }: ResultMeaning): boolean {
  const { sheet, fields, pointer, when, site, method } = result
  const given = givenNumber(fields, word)
  const { qualitative } = interpretationOf(fields)
  const said = qualitative ?? sideOf(textOf(fields.valueString) ?? wordsOf(fields.valueCodeableConcept)[0])
  if (given === undefined && said === undefined) return false
  const saidAt =
    qualitative === undefined ? firstOf(fields, 'valueString', 'valueCodeableConcept').pointer : '/interpretation'
  const { key, specimen } = specified(sheet, word, result.specimen)
  const limits = given === undefined ? {} : limitsOf(sheet, fields, pointer, given.unit, when)
  const note = noteOf(result.note, given?.note, limits.note)
  const entry = {
    key,
    ...defined('value', given?.value),
    ...defined('comparator', given?.comparator),
    ...defined('unit', given?.unit),
    ...defined('referenceLow', limits.referenceLow),
    ...defined('referenceHigh', limits.referenceHigh),
    ...defined('qualitative', said),
    ...common({ when, site, method, specimen, note }),
  }
  sheet.push('measurements', entry, `${pointer}${given?.pointer ?? saidAt}`)
  return true
}

/** Pushes what a result says of a finding or a diagnosis. Says whether it said something. */
export function pushFinding(result: Result, meaning: ResultMeaning): boolean {
  const { sheet, pointer, when, site, method, specimen } = result
  const { word, row } = meaning
  const answer = statusOf(result, meaning)
  // A narrower test that found nothing does not say that the wider one would not.
  if (answer === undefined || (answer.status === 'absent' && row.relation !== 'exact')) return false
  const note = noteOf(result.note, answer.note)
  const entry = { key: word.key, status: answer.status, ...common({ when, site, method, specimen, note }) }
  sheet.push('findings', entry, `${pointer}${answer.at}`)
  return true
}

interface Answer {
  readonly status: Status
  readonly at: string
  readonly note?: string
}

/** What the result says of a finding; undefined where it says nothing that can be read, or two things at once. */
function statusOf(result: Result, { coding }: ResultMeaning): Answer | undefined {
  const { fields } = result
  const interpretation = interpretationOf(fields)
  const answers = [valueStatus(fields), interpretationStatus(interpretation)].filter((one) => one !== undefined)
  const [first, second] = answers
  if (second !== undefined && first?.status !== second.status) return undefined
  if (first !== undefined) return first
  const isStated = hasValue(fields) || fields.interpretation !== undefined
  // Codes of findings state something by standing there; those of tests, or beside remarks, do not.
  const system = systemOf(coding.system)
  const stands =
    !isStated && !result.isPanel && fields.note === undefined && (system === 'SNOMED CT' || system === 'HPO')
  return stands ? { status: 'present', at: '' } : undefined
}

function valueStatus(fields: Fields): Answer | undefined {
  const { valueBoolean, valueCodeableConcept, valueString } = fields
  if (typeof valueBoolean === 'boolean') return { status: valueBoolean ? 'present' : 'absent', at: '/valueBoolean' }
  const coded = valueCodeableConcept === undefined ? undefined : answerOf(valueCodeableConcept)
  if (coded !== undefined) {
    const words = wordsOf(valueCodeableConcept)[0]
    return {
      status: coded,
      at: '/valueCodeableConcept',
      ...(words !== undefined && { note: `result: ${shown(words)}` }),
    }
  }
  const status = answerIn(textOf(valueString))
  return status === undefined
    ? undefined
    : { status, at: '/valueString', note: `result: ${shown(textOf(valueString) ?? '')}` }
}

function interpretationStatus({ status }: Interpretation): Answer | undefined {
  return status === undefined ? undefined : { status, at: '/interpretation' }
}

/** A code that stands for a choice states it by standing there, as a finding does. */
export function pushChoice(result: Result, meaning: ResultMeaning): boolean {
  const { sheet, pointer, when, note } = result
  const { word, row } = meaning
  const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
  const answer = statusOf(result, meaning)
  if (choice === undefined || answer?.status !== 'present') return false
  pushChosen(sheet, word.key, choice, { when, note }, `${pointer}${answer.at}`)
  return true
}

/** Pushes a choice; a label under which a person was treated is a course. */
export function pushChosen(
  sheet: Sheet,
  key: string,
  choice: string,
  { when, note }: { when: string | undefined; note: string | undefined },
  pointer: string,
): void {
  if (key === TREATED_AS) {
    sheet.push('courses', { for: choice, with: [], ...defined('start', when), ...defined('note', note) }, pointer)
  } else sheet.push('findings', { key, value: choice, ...common({ when, note }) }, pointer)
}
