import type { Day } from '../days.ts'
import type { Answer, History, IllnessEvent, ResultEvent, TreatmentEvent } from '../history.ts'
import { letterOf, printed, yearAround } from '../printed.ts'

/** The formats a history is written in. What a format cannot carry, its truth does not count. */
export type Form = 'record' | 'fhir' | 'omop'

/** Without a date: it counts on every day. */
export const UNDATED = Number.NEGATIVE_INFINITY

/** A sign that is stated to be there or not. `day` is the day from which it counts. */
export interface Stated {
  readonly key: string
  readonly day: Day
  /** The first day on which it may have begun. */
  readonly from: Day
  readonly there: boolean
}

export interface Value {
  readonly key: string
  readonly day: Day
  /** In the first unit of its test, as printed. */
  readonly value?: number
  readonly sign?: '<' | '>'
  readonly low?: number
  readonly high?: number
  readonly letter?: 'high' | 'low' | 'normal'
}

interface Course {
  readonly label?: string
  readonly treatment?: string
  readonly directedAtPlasmaCells: boolean
  readonly day: Day
  readonly response?: TreatmentEvent['response']
}

/** All that a format shows of a person. */
export interface Shown {
  readonly sex: History['sex']
  readonly stated: readonly Stated[]
  readonly values: readonly Value[]
  readonly courses: readonly Course[]
  /** The light and heavy chains that were named. */
  readonly chains: readonly { readonly day: Day; readonly chain: string }[]
}

/** What a history shows in a format, to somebody who reads every code of the hospital's list rightly. */
export function shownIn(form: Form, { sex, events }: History): Shown {
  const stated: Stated[] = []
  const values: Value[] = []
  const courses: Course[] = []
  const chains: { day: Day; chain: string }[] = []
  for (const event of events) {
    switch (event.kind) {
      case 'illness':
        illness(event)
        break
      case 'result':
        result(event)
        break
      case 'treatment':
        if (event.what.key !== undefined) courses.push(courseOf(form, event, event.what.key))
        break
      case 'report':
        if (form !== 'record') break
        if (typeof event.found === 'string') chains.push({ day: event.day, chain: event.found })
        else stated.push({ key: event.key, day: event.day, from: event.day, there: event.found })
    }
  }
  return { sex, stated, values, courses, chains }

  function illness(event: IllnessEvent): void {
    const { key, label } = event.what
    if (event.written === 'words' || (key === undefined && label === undefined)) return
    const there = event.standing === 'confirmed'
    if (!there && (event.standing !== 'refuted' || form === 'omop' || event.what.oneKind)) return
    const [from, day] = daysShown(form, event)
    if (key !== undefined) stated.push({ key, day, from, there })
    else if (there) courses.push({ label, day, directedAtPlasmaCells: false })
  }

  function result(event: ResultEvent): void {
    const { day, answer, flaw } = event
    const key = keyIn(form, event)
    if (key === undefined || flaw === 'local-code' || flaw === 'no-value' || flaw === 'no-unit') return
    if (answer !== undefined) stated.push({ key, day, from: day, there: isPositive(answer) })
    else if (flaw === 'letter-only') {
      if (form !== 'omop') values.push({ key, day, letter: letterOf(event) })
    } else {
      const print = printed(event)
      if (print === undefined) return
      const { unit, value, low, high } = print
      values.push({
        key,
        day,
        sign: event.sign,
        value: value / unit.times,
        low: low === undefined ? undefined : low / unit.times,
        high: high === undefined ? undefined : high / unit.times,
      })
    }
  }
}

function isPositive(answer: Answer): boolean {
  return answer === 'positive'
}

/** A partial date counts from its last day on; a table that has only whole dates was given the first of the year. */
function daysShown(form: Form, event: IllnessEvent): readonly [from: Day, day: Day] {
  if (event.kept === 'none') return [UNDATED, UNDATED]
  if (event.kept === 'day') return [event.day, event.day]
  const [first, last] = yearAround(event)
  return [first, form === 'omop' ? first : last]
}

/** The code of VEGF does not say in which specimen it was measured; the record says it in its key. */
function keyIn(form: Form, { what: { key, specimen } }: ResultEvent): string | undefined {
  return specimen !== undefined && form === 'omop' ? 'vegf-unspecified' : key
}

function courseOf(form: Form, event: TreatmentEvent, treatment: string): Course {
  const directedAtPlasmaCells = event.what.directedAtPlasmaCells === true
  const { day, against, response } = event
  return form === 'record'
    ? { label: against, treatment, day, response, directedAtPlasmaCells }
    : { treatment, day, directedAtPlasmaCells }
}
