import { noteOf } from '../../coded.ts'
import type { Fields } from '../../fields.ts'
import { show } from '../../report.ts'
import { codesOf, elementsOf, textOf, wordsOf } from './element.ts'
import { readResult } from './read-result.ts'
import type { Sheet } from './reader.ts'
import type { Result } from './result.ts'
import { specimenOf } from './specimen.ts'
import { dateOf, momentOf, type When } from './times.ts'
import { shown } from './words.ts'

/** What the status of a result allows: nothing, only to be confirmed and why, or to be read, with a note. */
export interface Standing {
  readonly aside?: true
  readonly doubt?: string
  readonly note?: string
}

const READ = new Set(['final', 'amended', 'corrected', 'appended'])
const EARLY = new Set(['preliminary', 'partial'])
const NEVER = new Set(['entered-in-error', 'cancelled'])

/** The standing of an Observation or a DiagnosticReport by its status. */
export function standingOf(status: unknown): Standing {
  const said = textOf(status)
  if (said === undefined && status !== undefined && status !== null) return { doubt: 'a status that cannot be read' }
  if (said === undefined) return { note: 'the status of the result is not stated' }
  if (READ.has(said)) return {}
  if (EARLY.has(said)) return { note: `${said} result` }
  return NEVER.has(said) ? { aside: true } : { doubt: `status ${shown(said)}` }
}

export const FOUND_IN_PERSON = new Set(['imaging', 'laboratory', 'exam', 'procedure'])

/** Reads an Observation and its components, each by its own code. What has members is read where the members stand. */
export function readObservation(sheet: Sheet): void {
  const { value } = sheet.found
  const standing = standingOf(value.status)
  if (standing.aside) {
    sheet.outcome.raise('setAside')
    return
  }
  const { when, note } = whenOf(sheet)
  // What a report that is not certain contains is no more certain.
  const around = sheet.container && standingOf(sheet.container.found.value.status).doubt
  const components = elementsOf(value.component, '/component')
  const isPanel = components.length > 0 || elementsOf(value.hasMember ?? value.related, '').length > 0
  const whole: Result = {
    sheet,
    fields: value,
    pointer: '',
    when,
    note: noteOf(standing.note, note),
    specimen: specimenOf(sheet, value.specimen),
    site: named(value.bodySite),
    method: named(value.method),
    doubt: noteOf(standing.doubt, around, isAboutOther(sheet) ? 'about something else than the person' : undefined),
    isFinding: elementsOf(value.category, '').some(({ fields }) =>
      codesOf(fields).some((code) => FOUND_IN_PERSON.has(code)),
    ),
    isPanel,
  }
  readResult(whole)
  for (const { fields, pointer } of components) {
    if (isModified(sheet, fields, pointer)) continue
    readResult({ ...whole, fields, pointer, isPanel: false })
  }
  if (isPanel && components.length === 0) sheet.outcome.raise('setAside')
}

/** Does an extension that is not known change what a part means? Then it must not be read, and that is told. */
export function isModified(sheet: Sheet, { modifierExtension }: Fields, pointer: string): boolean {
  if (modifierExtension === undefined || modifierExtension === null || isEmptyList(modifierExtension)) return false
  const at = `${pointer}/modifierExtension`
  const [first] = elementsOf(modifierExtension, at)
  const what = `an extension changes what this means (${show(first?.fields.url)}); it was not read`
  sheet.say('field-unknown', first?.pointer ?? at, what, 'give it in the terms of FHIR itself')
  sheet.outcome.raise('setAside')
  return true
}

function whenOf(sheet: Sheet): When {
  for (const one of [sheet, sheet.container]) {
    if (one === undefined) continue
    const { value } = one.found
    const moment = momentOf(one, value, 'effective')
    if (moment.when !== undefined) return moment
    const issued = dateOf(one, value.issued, '/issued')
    if (issued !== undefined) return { when: issued, note: 'dated by the day of issue' }
  }
  return {}
}

function named(concept: unknown): string | undefined {
  const words = wordsOf(concept)[0]
  return words === undefined ? undefined : shown(words)
}

/** R4 names under `focus` what a result is about where that is not the person: a donor, an unborn child. */
function isAboutOther({ reader, found }: Sheet): boolean {
  const { focus: given } = found.value
  if (given !== undefined && given !== null && elementsOf(given, '').length === 0) return !isEmptyList(given)
  const person = reader.references.resolve(found.value.subject, found)?.value
  return elementsOf(found.value.focus, '').some(({ fields }) => {
    const focus = reader.references.resolve(fields, found)?.value
    return focus === undefined
      ? textOf(fields.reference) !== textOf((found.value.subject as Fields | undefined)?.reference)
      : focus !== person
  })
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
