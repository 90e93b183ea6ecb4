import { noteOf } from '../../coded.ts'
import type { Fields } from '../../fields.ts'
import { hintRows, offerMeanings, offerText, offerWords, saysNothing, type Understood, understand } from './concept.ts'
import { type Element, elementsOf, fieldsOf, firstOf, textOf, wordsOf } from './element.ts'
import { isModified } from './observation.ts'
import type { Sheet } from './reader.ts'
import type { Found } from './resource.ts'
import { dateOf, momentOf } from './times.ts'
import { shown } from './words.ts'

/** What the status of a medication allows: nothing, only to be confirmed and why, or a course, with a note. */
type Given = { readonly aside: true } | { readonly doubt: string } | { readonly note?: string }

const TREATMENTS = ['treatment'] as const
// What is put on skin, eye or ear, or breathed in, is not the treatment its ingredient is elsewhere.
export const LOCAL =
  /\b(topical\w*|cutaneous|ophthalmic|ocular|intraocular|intravitreal|conjunctival|otic|auricular|nasal|intranasal|inhal\w*|respiratory tract|cream|ointment|lotion|gel|rectal|vaginal|mouthwash|buccal|eye|ear|intra-?articular|intralesional|eye drops?)\b/i
const DEEPEST_MIXTURE = 3

/** Reads a medication that was ordered, dispensed, given or stated as a course of treatment. */
export function readMedication(sheet: Sheet): void {
  const { value } = sheet.found
  const given = givenBy(value)
  const dosage = firstOf(value, 'dosage', 'dosageInstruction')
  const dosages = elementsOf(dosage.value, dosage.pointer)
  if ('aside' in given || dosages.some(({ fields, pointer }) => isModified(sheet, fields, pointer))) {
    sheet.outcome.raise('setAside')
    return
  }
  const concepts = conceptsOf(sheet)
  if (concepts.length > 0 && concepts.every(({ element }) => saysNothing(element.fields))) {
    sheet.outcome.raise('setAside')
    return
  }
  const words = concepts.flatMap(({ element }) => wordsOf(element.fields))
  if (isLocal(dosages) || words.some((word) => LOCAL.test(word))) {
    sheet.outcome.raise('setAside')
    return
  }
  const keys = new Set<string>()
  for (const { element, of } of concepts) {
    const understood = understand(of, element.fields, element.pointer, TREATMENTS)
    if (understood.meanings.length === 0) {
      hintRows(of, understood)
      offerWords(of, element.fields, understood, element.pointer, TREATMENTS)
    } else if ('doubt' in given) offerMeanings(of, understood, given.doubt)
    else for (const key of newKeys(understood, keys)) pushCourse(sheet, key, 'note' in given ? given.note : undefined)
  }
  if (concepts.length === 0) {
    const said = textOf(fieldsOf(value.medicationReference ?? fieldsOf(value.medication).reference).display)
    if (said !== undefined)
      offerText(sheet, said, firstOf(value, 'medicationReference', 'medication').pointer, TREATMENTS)
  }
}

function newKeys({ meanings }: Understood, keys: Set<string>): readonly string[] {
  const fresh = [...new Set(meanings.map(({ word }) => word.key))].filter((key) => !keys.has(key))
  for (const key of fresh) keys.add(key)
  return fresh
}

function givenBy({
  resourceType,
  status,
  intent,
  doNotPerform,
  reportedBoolean,
  reported,
  reportedReference,
  adherence,
}: Fields): Given {
  const said = textOf(status)
  switch (resourceType) {
    case 'MedicationRequest': {
      if (doNotPerform !== undefined && doNotPerform !== false) return { aside: true }
      const asTold = reportedBoolean === true || reported === true || reportedReference !== undefined
      const ordered = intent === undefined || /order$/.test(textOf(intent) ?? '')
      if (said === 'active' || said === 'completed') {
        return asTold
          ? { note: 'as reported' }
          : ordered
            ? { note: 'ordered' }
            : { doubt: `${shown(String(intent))}, not ordered` }
      }
      return nothingOr(said, ['entered-in-error', 'cancelled', 'draft'], 'order')
    }
    case 'MedicationDispense':
      if (said === 'completed' || said === 'in-progress') return { note: 'dispensed' }
      return nothingOr(said, ['entered-in-error', 'cancelled', 'declined', 'preparation'], 'supply')
    case 'MedicationAdministration':
      if (said === 'completed' || said === 'in-progress') return {}
      if (said === 'stopped' || said === 'on-hold') return { note: said }
      return nothingOr(said, ['entered-in-error', 'not-done'], 'administration')
    default:
      if (/^not[- ]tak/.test(wordsAndCodes(fieldsOf(adherence).code))) return { aside: true }
      if (said === 'active' || said === 'completed' || said === 'recorded') return {}
      if (said === 'stopped' || said === 'on-hold') return { note: said }
      return nothingOr(said, ['entered-in-error', 'not-taken', 'draft'], 'medication')
  }
}

function nothingOr(status: string | undefined, aside: readonly string[], what: string): Given {
  if (status !== undefined && aside.includes(status)) return { aside: true }
  return { doubt: `${what} with ${status === undefined ? 'no status' : `the status ${shown(status)}`}` }
}

function wordsAndCodes(concept: unknown): string {
  const codes = elementsOf(fieldsOf(concept).coding, '').map(({ fields }) => textOf(fields.code))
  return (codes[0] ?? wordsOf(concept)[0] ?? '').toLowerCase()
}

/** Is every way of taking it one by which it stays where it is put? */
function isLocal(dosages: readonly Element[]): boolean {
  const ways = dosages.map(({ fields }) => [...wordsOf(fields.route), textOf(fields.text) ?? ''].join(' '))
  return ways.length > 0 && ways.every((way) => LOCAL.test(way))
}

interface MedicineConcept {
  readonly element: Element
  /** Where its places are told. */
  readonly of: Sheet
}

/** The concepts of the medicine: its own, or those of the Medication it refers to and of the ingredients of that. */
function conceptsOf(sheet: Sheet): readonly MedicineConcept[] {
  const { value } = sheet.found
  // R5 keeps both under one name.
  const either = fieldsOf(value.medication)
  const concept = value.medicationCodeableConcept ?? either.concept
  if (concept !== undefined) {
    const pointer = value.medicationCodeableConcept === undefined ? '/medication/concept' : '/medicationCodeableConcept'
    return [{ element: { fields: fieldsOf(concept), pointer }, of: sheet }]
  }
  const target = sheet.reader.references.resolve(value.medicationReference ?? either.reference, sheet.found)
  return target === undefined ? [] : mixture(sheet, target, 0)
}

function mixture(sheet: Sheet, found: Found, depth: number): readonly MedicineConcept[] {
  if (found.value.resourceType !== 'Medication' || depth > DEEPEST_MIXTURE) return []
  const of = sheet.elsewhere(found)
  const own =
    found.value.code === undefined ? [] : [{ element: { fields: fieldsOf(found.value.code), pointer: '/code' }, of }]
  const parts = elementsOf(found.value.ingredient, '/ingredient').flatMap(({ fields, pointer }) => {
    const item = fieldsOf(fields.item)
    const concept = fields.itemCodeableConcept ?? item.concept
    const at = fields.itemCodeableConcept === undefined ? '/item/concept' : '/itemCodeableConcept'
    if (concept !== undefined) return [{ element: { fields: fieldsOf(concept), pointer: pointer + at }, of }]
    const target = sheet.reader.references.resolve(fields.itemReference ?? item.reference, found)
    return target === undefined ? [] : mixture(sheet, target, depth + 1)
  })
  return [...own, ...parts]
}

function pushCourse(sheet: Sheet, key: string, said: string | undefined): void {
  const { start, stop, note } = spanOf(sheet)
  sheet.expose({ key, start, stop, note: noteOf(said, note) })
}

interface Span {
  readonly start?: string | undefined
  readonly stop?: string | undefined
  readonly note?: string | undefined
}

function spanOf(sheet: Sheet): Span {
  const { value } = sheet.found
  switch (value.resourceType) {
    case 'MedicationRequest': {
      const written = firstOf(value, 'authoredOn', 'dateWritten')
      return { start: dateOf(sheet, written.value, written.pointer) }
    }
    case 'MedicationDispense': {
      const handed = dateOf(sheet, value.whenHandedOver, '/whenHandedOver')
      return { start: handed ?? dateOf(sheet, value.whenPrepared, '/whenPrepared') }
    }
    default: {
      const stem =
        value.occurrencePeriod === undefined && value.occurrenceDateTime === undefined ? 'effective' : 'occurrence'
      if (value.occurencePeriod !== undefined || value.occurenceDateTime !== undefined)
        return periodic(sheet, 'occurence')
      return periodic(sheet, stem)
    }
  }
}

/** A period has its start and its end; a day is the start, and of one administration the end as well. */
function periodic(sheet: Sheet, stem: string): Span {
  const { value } = sheet.found
  const period = value[`${stem}Period`]
  if (period === undefined) {
    const { when, note } = momentOf(sheet, value, stem)
    return { start: when, note, ...(value.resourceType === 'MedicationAdministration' && { stop: when }) }
  }
  const { start, end } = fieldsOf(period)
  return { start: dateOf(sheet, start, `/${stem}Period/start`), stop: dateOf(sheet, end, `/${stem}Period/end`) }
}
