import { type Meaning, noteOf } from '../../coded.ts'
import { systemOf } from '../../codes.ts'
import { TREATED_AS } from '../../vocabulary.ts'
import {
  hintRows,
  isInQuestion,
  notesOf,
  offerMeanings,
  offerText,
  offerWords,
  STATED_KINDS,
  saysNothing,
  type Understood,
  understand,
} from './concept.ts'
import { codesOf, elementsOf, firstOf, textOf, wordsOf } from './element.ts'
import type { Sheet } from './reader.ts'
import { ageOf, dateOf, periodOf, timeOf, type When } from './times.ts'
import { shown } from './words.ts'

const ENDED = new Set(['resolved', 'inactive', 'remission'])
const ABATEMENTS = ['abatementDateTime', 'abatementPeriod', 'abatementAge', 'abatementRange'] as const

/** Reads a Condition: by its codes a finding or a diagnosis, present or refuted; the rest is offered or set aside. */
export function readCondition(sheet: Sheet): void {
  const { value } = sheet.found
  const verification = stateOf(value.verificationStatus)
  if (verification === 'entered-in-error' || saysNothing(value.code)) {
    sheet.outcome.raise('setAside')
    return
  }
  const understood = understand(sheet, value.code, '/code', STATED_KINDS)
  const stated = understood.meanings.filter(isDisease)
  if (stated.length === 0) {
    hintRows(sheet, understood)
    offerWords(sheet, value.code, understood, '/code', STATED_KINDS)
    for (const note of notesOf(value.note, '/note')) offerText(sheet, note.text, note.pointer, STATED_KINDS)
    return
  }
  const doubt = doubtOf(sheet, verification)
  if (doubt !== undefined) offerMeanings(sheet, { ...understood, meanings: stated }, doubt)
  else if (verification === 'refuted') refute(sheet, stated)
  else for (const meaning of stated) state(sheet, meaning)
}

/** A code of LOINC is a question: among conditions it says that something was asked, never what was found. */
function isDisease({ coding }: Understood['meanings'][number]): boolean {
  return systemOf(coding.system) !== 'LOINC'
}

/** The code of a status that FHIR binds, its words where it has no code; what cannot be read is said to be that. */
function stateOf(concept: unknown): string | undefined {
  if (concept === undefined || concept === null) return undefined
  const codes = codesOf(concept)
  if (codes.includes('entered-in-error')) return 'entered-in-error'
  return codes[0] ?? wordsOf(concept)[0]?.toLowerCase() ?? textOf(concept) ?? 'a status that cannot be read'
}

/** Why the condition is not certain; undefined where nothing speaks against it. */
function doubtOf(sheet: Sheet, verification: string | undefined): string | undefined {
  const { category, code } = sheet.found.value
  if (verification !== undefined && verification !== 'confirmed' && verification !== 'refuted')
    return shown(verification)
  if (isInQuestion(code)) return 'in question'
  const concern = elementsOf(category, '').some(({ fields }) => codesOf(fields).includes('health-concern'))
  return concern ? 'health concern' : undefined
}

function refute(sheet: Sheet, meanings: readonly Meaning[]): void {
  sheet.outcome.raise('setAside')
  for (const { word, row } of meanings) {
    // A narrower disease that was refuted leaves the wider one open; a label that was refuted is no course.
    if (row.relation !== 'exact' || word.kind === 'choice') continue
    const recorded = recordedOf(sheet)
    const when = recorded ?? onsetOf(sheet).when
    sheet.push(
      'findings',
      { key: word.key, status: 'absent', ...(when && { when }), note: 'refuted' },
      '/verificationStatus',
    )
  }
}

function state(sheet: Sheet, { word, row, coding }: Understood['meanings'][number]): void {
  const { value } = sheet.found
  const begun = onsetOf(sheet)
  const ended = endOf(sheet)
  // What ended before it was written down was there before its end.
  const began = timeOf(begun.when)
  const end = timeOf(ended.when)
  const when = began !== undefined && end !== undefined && end.to < began.to ? ended.when : begun.when
  const status = stateOf(value.clinicalStatus)
  const note = noteOf(categoryOf(value.category), begun.note, ended.note, ENDED.has(status ?? '') ? status : undefined)
  const common = { ...(when !== undefined && { when }), ...(note !== undefined && { note }) }
  if (word.kind === 'choice') {
    const choice = row.value === undefined ? undefined : word.choices?.get(row.value.toLowerCase())
    if (choice === undefined) {
      hintRows(sheet, { rows: [{ ...row, coding }] })
      return
    }
    if (word.key === TREATED_AS) {
      const start = when === undefined ? {} : { start: when }
      sheet.push('courses', { for: choice, with: [], ...start, ...(note !== undefined && { note }) }, '')
    } else sheet.push('findings', { key: word.key, value: choice, ...common }, '')
    return
  }
  const site = elementsOf(value.bodySite, '').flatMap(({ fields }) => wordsOf(fields)[0] ?? [])[0]
  sheet.push(
    'findings',
    { key: word.key, status: 'present', ...common, ...(site !== undefined && { site: shown(site) }) },
    '',
  )
  // A sign that is gone was looked for again; a disease in remission is still the person's disease.
  const over = status === undefined || status === 'resolved' || status === 'inactive'
  if (!over || word.kind === 'diagnosis' || row.relation !== 'exact' || end === undefined || began === undefined) return
  if (end.from > began.to) {
    sheet.push(
      'findings',
      { key: word.key, status: 'absent', when: ended.when, note: status ?? 'ended' },
      firstOf(value, ...ABATEMENTS).pointer,
    )
  }
}

function categoryOf(category: unknown): string | undefined {
  return elementsOf(category, '').some(({ fields }) => codesOf(fields).includes('encounter-diagnosis'))
    ? 'diagnosis of an encounter'
    : undefined
}

/** When it began; the day it was written down is what is left, and is said to be that. */
function onsetOf(sheet: Sheet): When {
  const { value } = sheet.found
  const onset = spanOf(sheet, 'onset')
  if (onset.when !== undefined && value.onsetAge === undefined && value.onsetRange === undefined) return onset
  const written = recordedOf(sheet)
  if (written === undefined) return onset
  // By an age the year is known only nearly: it was there at the latest when it was written down.
  const [a, b] = [timeOf(onset.when), timeOf(written)]
  if (onset.when !== undefined && a !== undefined && b !== undefined && a.to <= b.to) return onset
  return { when: written, note: noteOf(onset.note, 'dated by the day of recording') ?? '' }
}

function recordedOf(sheet: Sheet): string | undefined {
  const { value, pointer } = firstOf(sheet.found.value, 'recordedDate', 'dateRecorded')
  return dateOf(sheet, value, pointer)
}

function endOf(sheet: Sheet): When {
  const span = spanOf(sheet, 'abatement')
  return span.note === undefined ? span : { ...span, note: `ended ${span.note}` }
}

function spanOf(sheet: Sheet, stem: 'onset' | 'abatement'): When {
  const { value } = sheet.found
  const day = value[`${stem}DateTime`]
  if (day !== undefined) {
    const when = dateOf(sheet, day, `/${stem}DateTime`)
    return when === undefined ? {} : { when }
  }
  const period = value[`${stem}Period`]
  if (period !== undefined) return periodOf(sheet, period, `/${stem}Period`)
  return ageOf(sheet, value[`${stem}Age`], value[`${stem}Range`], value[`${stem}String`]) ?? {}
}
