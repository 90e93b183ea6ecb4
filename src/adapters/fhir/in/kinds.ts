import { show } from '../../report.ts'
import { readAnswers } from '../answers.ts'
import { readCondition } from './condition.ts'
import { elementsOf, textOf } from './element.ts'
import { readMedication } from './medication.ts'
import { isModified, readObservation, standingOf } from './observation.ts'
import { readPatient } from './patient.ts'
import { isAboutOther } from './people.ts'
import { readProcedure } from './procedure.ts'
import type { Reader, Sheet } from './reader.ts'
import { readReport } from './report.ts'
import { type Found, isFhir } from './resource.ts'

/** How the types are read. Every other type is set aside: it says nothing about this person's findings. */
const READERS: ReadonlyMap<string, (sheet: Sheet) => void> = new Map([
  ['Patient', readPatient],
  ['Condition', readCondition],
  ['Observation', readObservation],
  ['DiagnosticReport', readReport],
  ['Procedure', readProcedure],
  ['MedicationRequest', readMedication],
  ['MedicationStatement', readMedication],
  ['MedicationUsage', readMedication],
  ['MedicationAdministration', readMedication],
  ['MedicationDispense', readMedication],
  ['QuestionnaireResponse', readQuestionnaire],
])

/** Types of resources that may state something about a person. */
export const RESOURCES_READ: ReadonlySet<string> = new Set(READERS.keys())

/** Reads one resource of a person, and the results that stand inside it. */
export function readFound(reader: Reader, found: Found, container?: Sheet): void {
  const sheet = reader.sheet(found, container)
  const read = READERS.get(found.value.resourceType)
  if (read === undefined || isAside(sheet)) {
    if (sheet.outcome.kind !== 'unknown type') sheet.outcome.raise('setAside')
    else {
      const what = `${show(found.value.resourceType)} is no type of FHIR`
      sheet.say('format-unknown', '/resourceType', what, 'name the type as FHIR does')
    }
  } else read(sheet)
  if (container === undefined) readContained(sheet)
}

function isAside(sheet: Sheet): boolean {
  const { found, container, reader } = sheet
  if (found.refused || isAboutOther(found, reader.references)) return true
  if (container !== undefined && standingOf(container.found.value.status).aside) return true
  const { implicitRules: rules } = found.value
  const hasRules = rules !== undefined && rules !== null && rules !== ''
  if (hasRules) {
    const what = `the resource follows rules of its own (${show(rules)}); it was not read`
    sheet.say('field-unknown', '/implicitRules', what, 'give it without implicitRules')
  }
  return hasRules || isModified(sheet, found.value, '')
}

/** Results inside a report or a panel are read once, where they stand. */
function readContained(sheet: Sheet): void {
  const { value, place, refused } = sheet.found
  if (value.resourceType !== 'DiagnosticReport' && value.resourceType !== 'Observation') return
  if (!Array.isArray(value.contained)) return
  value.contained.forEach((item: unknown, index) => {
    if (!isFhir(item) || item.resourceType !== 'Observation') return
    const inside = place.inside(`/contained/${index}`)
    readFound(sheet.reader, { place: inside, value: item, fullUrl: undefined, refused }, sheet)
  })
}

/** Answers to Scansion's own questions are read; other questionnaires ask in words that nobody here knows. */
function readQuestionnaire(sheet: Sheet): void {
  const { value, place } = sheet.found
  const { reader } = sheet
  const status = textOf(value.status)
  const known = elementsOf(value.item, '').some(
    ({ fields }) => typeof fields.linkId === 'string' && reader.vocabulary.words.has(fields.linkId),
  )
  sheet.outcome.raise('setAside')
  if (!known || status === 'entered-in-error' || status === 'stopped') return
  const facts = readAnswers(value, '', { place, report: reader.report }, reader.vocabulary)
  reader.answers.push(...facts)
  sheet.outcome.made.push(...facts.map(({ at }) => at))
}
