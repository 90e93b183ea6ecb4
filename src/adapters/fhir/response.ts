import type { Engine } from '../../core/engine.ts'
import { type Fields, isFields } from '../fields.ts'
import type { ReadItem } from '../item.ts'
import type { Place } from '../pointer.ts'
import { type Before, Report } from '../report.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { readAnswers } from './answers.ts'

/** Is it a filled-in questionnaire of FHIR? */
export function isResponse(value: Fields): boolean {
  return value.resourceType === 'QuestionnaireResponse'
}

/**
 * Reads a QuestionnaireResponse to Scansion's own questions as a record of its subject: what was answered, and nothing
 * else. Example: `readResponse(new JsonPlace("r.json"), JSON.parse(text), engine, undefined).record?.facts`.
 */
export function readResponse(place: Place, value: Fields, engine: Engine, before: Before | undefined): ReadItem {
  const report = new Report()
  if (before) report.take(before)
  const facts = readAnswers(value, '', { place, report }, vocabularyOf(engine))
  if (value.item === undefined) {
    report.add(
      'field-missing',
      place.at(''),
      'there are no items, so nothing was answered',
      'give the answers as items',
    )
  }
  const problems = report.close(place.input)
  const record = {
    id: subjectOf(value.subject) ?? place.input,
    facts,
    courses: [],
    complete: [],
    relativeOnly: false,
    problems,
  }
  return { input: place.input, record, problems }
}

function subjectOf(subject: unknown): string | undefined {
  if (!isFields(subject)) return undefined
  const said = subject.display ?? subject.reference
  return typeof said === 'string' ? said : undefined
}
