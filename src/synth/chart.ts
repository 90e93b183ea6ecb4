import type { Chance } from './chance.ts'
import type { Illness, Named, Test, Treatment } from './codes/code.ts'
import { type Day, FIRST_DAY, LAST_DAY, MONTH } from './days.ts'
import type { Answer, Event, History, ResultEvent, TreatmentEvent, VisitEvent } from './history.ts'

type Given = Pick<TreatmentEvent, 'against' | 'response' | 'line'>

/** A person's chart while their story is told. Days outside the hospital's records are not entered. */
export class Chart {
  readonly chance: Chance
  readonly sex: History['sex']
  readonly born: Day
  readonly events: Event[] = []

  constructor(chance: Chance, sex: History['sex'], born: Day) {
    this.chance = chance
    this.sex = sex
    this.born = born
  }

  ill(what: Illness, day: Day): void {
    this.#add({
      kind: 'illness',
      what,
      day: Math.round(day),
      written: 'snomed',
      kept: 'day',
      standing: 'confirmed',
      twice: false,
    })
  }

  /** A value in the first unit of the test, printed with the laboratory's limits. */
  measure(what: Test, day: Day, value: number, sign?: ResultEvent['sign']): void {
    const limits = what.limits?.[this.sex]
    this.#add({
      kind: 'result',
      what,
      day: Math.round(day),
      value,
      sign,
      limits,
      unit: 0,
      spelled: -1,
      limitsPrinted: limits !== undefined,
      inPanel: false,
      twice: false,
    })
  }

  answer(what: Test, day: Day, answer: Answer): void {
    this.#add({
      kind: 'result',
      what,
      day: Math.round(day),
      answer,
      unit: 0,
      spelled: -1,
      limitsPrinted: false,
      inPanel: false,
      twice: false,
    })
  }

  treat(what: Treatment, day: Day, end: Day | undefined, given: Given = {}): void {
    const stop = end === undefined ? {} : { end: Math.min(Math.round(end), LAST_DAY) }
    this.#add({ kind: 'treatment', what, day: Math.round(day), ...stop, ...given, twice: false })
  }

  /** What a report says in words: found, not found, or which kind. */
  report(key: string, words: string, day: Day, found: boolean | string = true): void {
    this.#add({ kind: 'report', key, words, day: Math.round(day), found })
  }

  visit(day: Day, place: VisitEvent['place'] = 'outpatient'): void {
    this.#add({ kind: 'visit', day: Math.round(day), place })
  }

  shot(what: Named, day: Day): void {
    this.#add({ kind: 'shot', what, day: Math.round(day) })
  }

  /** A day so many months after another, give or take. */
  after(day: Day, months: number, give = 0): Day {
    return Math.round(day + MONTH * (give === 0 ? months : months + this.chance.between(-give, give)))
  }

  #add(event: Event): void {
    if (event.day >= Math.max(FIRST_DAY, this.born) && event.day <= LAST_DAY) this.events.push(event)
  }

  /** Events in the order of their days; those of one day as they were told. */
  sorted(): readonly Event[] {
    return this.events.sort((a, b) => a.day - b.day)
  }
}
