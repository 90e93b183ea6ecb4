import type { Treatment } from '../codes/code.ts'
import { ANSWER_CONCEPTS, conceptRows, RACES } from '../codes/concepts.ts'
import { dayOf, dayText, FIRST_DAY, LAST_DAY, yearOf } from '../days.ts'
import type { History, IllnessEvent, ResultEvent, TreatmentEvent, VisitEvent } from '../history.ts'
import { letterOf, printed } from '../printed.ts'
import type { PersonTable } from './omop-tables.ts'
import { spelled } from './record.ts'

/** Rows of a person by table, as lines of CSV. */
export type OmopLines = Readonly<Record<PersonTable, string>>

// Room for the rows of one person in a table: ids are the same whoever else is written.
const ROWS = 10_000
const VISITS: Readonly<Record<VisitEvent['place'], number>> = { outpatient: 9202, emergency: 9203, inpatient: 9201 }
const OPERATORS = { '<': 4171756, '>': 4172704 } as const

/**
 * A history as rows of the Common Data Model 5.4. Concepts are those of the vocabulary where the hospital has them,
 * else 0 with the code of the source. What was struck out or ruled out is not loaded.
 * Example: `omopLines(person).condition_occurrence`.
 */
export function omopLines(history: History): OmopLines {
  const lines: Record<PersonTable, string> = {
    person: '',
    observation_period: '',
    visit_occurrence: '',
    condition_occurrence: '',
    measurement: '',
    observation: '',
    drug_exposure: '',
    procedure_occurrence: '',
  }
  const counts: Record<PersonTable, number> = { ...NONE }
  const { id } = history
  person()
  for (const event of history.events) {
    if (event.kind === 'illness') condition(event)
    else if (event.kind === 'result') measurement(event)
    else if (event.kind === 'treatment') for (let n = event.twice ? 2 : 1; n > 0; n--) treatment(event)
    else if (event.kind === 'report') observation(event.day, 'report', event.words)
    else if (event.kind === 'visit') visit(event)
    else drug(0, dayText(event.day), dayText(event.day), `CVX:${event.what[0]}`)
  }
  return lines

  function add(table: PersonTable, rest: string): void {
    lines[table] += `${id * ROWS + counts[table]++},${id},${rest}\n`
  }

  function person(): void {
    const [year, month, day] = dayText(history.born).split('-').map(Number)
    const male = history.sex === 'male'
    const race = RACES[id % RACES.length] ?? 0
    lines.person = `${id},${male ? 8507 : 8532},${year},${month},${day},${dayText(history.born)} 00:00:00,${race},38003564,,,,p${id},${male ? 'M' : 'F'},0,,0,,0\n`
    const days = history.events.map((event) => event.day)
    const [first = FIRST_DAY, last = LAST_DAY] = [days[0], days.at(-1)]
    add('observation_period', `${dayText(first)},${dayText(last)},44814724`)
  }

  function visit({ day, place }: VisitEvent): void {
    const date = dayText(day)
    add('visit_occurrence', `${VISITS[place]},${date},,${date},,44818517,,,${place},0,0,,0,,`)
  }

  function condition(event: IllnessEvent): void {
    const { what, standing } = event
    if (standing === 'family') observation(event.day, 'family history', `family history of ${what.words}`)
    if (standing !== 'confirmed') return
    const date = dateOf(event)
    const inIcd = event.written === 'icd' || what.snomed === undefined
    const code = inIcd ? `ICD10CM:${what.icd?.[0]}` : `SNOMED:${what.snomed[0]}`
    const [concept, source] = event.written === 'words' ? [0, quoted(what.words)] : [what.concept ?? 0, code]
    for (let n = event.twice ? 2 : 1; n > 0; n--)
      add('condition_occurrence', `${concept},${date},,,,38000175,0,,,,,${source},0,`)
  }

  function measurement(event: ResultEvent): void {
    const { what, flaw, answer, sign } = event
    const print = flaw === 'no-value' || flaw === 'letter-only' ? undefined : printed(event)
    const form = what.units[event.unit]
    const [loinc] = form?.loinc ?? what.loinc
    const concept = form?.loinc === undefined ? what.concept : form.testConcept
    const [test, source] = flaw === 'local-code' ? [0, `Z${loinc.replace('-', '')}`] : [concept ?? 0, `LOINC:${loinc}`]
    const hasUnit = form !== undefined && flaw !== 'no-unit'
    const unitConcept = hasUnit && event.spelled < 0 ? (form.concept ?? 0) : ''
    const unitWords = hasUnit ? spelled(form, event) : ''
    const words = flaw === 'letter-only' ? LETTERS[letterOf(event) ?? 'normal'] : wordsOf(event)
    const value = print?.value ?? ''
    const answered = answer === undefined || flaw === 'no-value' ? 0 : ANSWER_CONCEPTS[answer].concept
    const rest = `${test},${dayText(event.day)},,,38000267,${sign === undefined ? 0 : OPERATORS[sign]},${value},${answered},${unitConcept},${print?.low ?? ''},${print?.high ?? ''},,,,${source},0,${unitWords},,${words},,`
    add('measurement', rest)
    if (event.twice) add('measurement', rest)
  }

  function observation(day: number, source: string, words: string): void {
    add('observation', `0,${dayText(day)},,38000280,,${quoted(words)},0,0,0,,,,${source},0,,,,,`)
  }

  function treatment({ what, day, end }: TreatmentEvent): void {
    const source = sourceOf(what)
    const start = dayText(day)
    if (what.snomed !== undefined) {
      add('procedure_occurrence', `${what.concept ?? 0},${start},,${start},,38000267,0,,,,,${source},0,`)
    } else drug(what.concept ?? 0, start, dayText(end ?? Math.min(day + 30, LAST_DAY)), source)
  }

  function drug(concept: number, start: string, end: string, source: string): void {
    add('drug_exposure', `${concept},${start},,${end},,,32869,,,,,,0,,,,,${source},0,,`)
  }
}

const NONE: Readonly<Record<PersonTable, number>> = {
  person: 0,
  observation_period: 0,
  visit_occurrence: 0,
  condition_occurrence: 0,
  measurement: 0,
  observation: 0,
  drug_exposure: 0,
  procedure_occurrence: 0,
}

const LETTERS = { high: 'H', low: 'L', normal: 'N' } as const

function wordsOf({ answer, flaw }: ResultEvent): string {
  return answer === undefined || flaw === 'no-value' ? '' : ANSWER_CONCEPTS[answer].words
}

/** Tables have whole dates only: a year becomes its first day, as most loaders do it. */
function dateOf(event: IllnessEvent): string {
  if (event.kept === 'none') return ''
  return dayText(event.kept === 'year' ? dayOf(yearOf(event.day)) : event.day)
}

function sourceOf({ rxnorm, atc, snomed }: Treatment): string {
  if (snomed !== undefined) return `SNOMED:${snomed[0]}`
  return rxnorm === undefined ? `ATC:${atc}` : `RxNorm:${rxnorm[0]}`
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The lines of the concept table: the part of the vocabulary that the extract uses. */
export function conceptLines(): string {
  return conceptRows()
    .map(
      ({ id, name, domain, vocabulary, kind, code }) =>
        `${id},${quoted(name)},${domain},${vocabulary},${kind},S,${code},1970-01-01,2099-12-31,\n`,
    )
    .join('')
}
