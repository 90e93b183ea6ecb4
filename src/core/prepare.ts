import type { Problem } from '../schema/problem.ts'
import type { Engine, MeasuredFinding } from './engine.ts'
import { compare, compareTo } from './interval.ts'
import { problem } from './problem.ts'
import type { Completeness, Course, Fact, PersonRecord } from './record.ts'
import type { Truth } from './truth.ts'

type Make = MeasuredFinding['male'][number]

/** A record as it was known on a day, ready to be asked. Made once, read by every rule. */
export interface Prepared {
  readonly engine: Engine
  readonly record: PersonRecord
  /** Day number; Infinity when the record's times have no calendar. */
  readonly asOf: number
  /** Facts on or before `asOf` by key index, sorted by their last day, undated first. */
  readonly factsBy: readonly (readonly Fact[] | undefined)[]
  readonly courses: readonly Course[]
  readonly complete: readonly Completeness[]
  /** First day of plasma-cell-directed treatment; undefined when none is recorded with a date. */
  readonly treatedFrom: number | undefined
  /** Contradictions found while asking, by the pair they name. */
  readonly problems: Map<string, Problem>
}

/**
 * Prepares a record for a day: drops what was not yet known, makes findings of measurements beyond
 * their limit, treatments of courses, and absences of declared completeness.
 * Example: `prepare(engine, record, Infinity)` takes everything the record holds.
 */
export function prepare(engine: Engine, record: PersonRecord, asOf: number): Prepared {
  const table = new FactTable(engine)
  for (const fact of record.facts) {
    if (fact.to > asOf) continue
    const measured = engine.measuredBy[table.add(fact)]
    if (measured && fact.status === undefined) addMeasured(table, fact, measured, record.sex)
  }
  const courses = record.courses.filter((course) => course.start.to <= asOf)
  let treatedFrom: number | undefined
  for (const course of courses) {
    const label = labelFact(engine, course)
    if (label) table.add(label)
    for (const key of course.with) {
      table.add(treatmentFact(course, key))
      if (engine.plasmaCellDirected.has(key) && Number.isFinite(course.start.from)) {
        treatedFrom = Math.min(treatedFrom ?? Infinity, course.start.from)
      }
    }
  }
  for (const period of record.complete) addDeclared(engine, table, period, asOf)
  return {
    engine,
    record,
    asOf,
    factsBy: table.sorted(),
    courses,
    complete: record.complete,
    treatedFrom,
    problems: new Map(),
  }
}

/** Facts by the index of their key. */
class FactTable {
  readonly #keyIndex: Engine['keyIndex']
  readonly #lists: (Fact[] | undefined)[]
  /** Lists to which a fact was added that is earlier than those before. */
  readonly #unsorted: Fact[][] = []

  constructor(engine: Engine) {
    this.#keyIndex = engine.keyIndex
    this.#lists = new Array(engine.keyCount)
  }

  /** Adds a fact and gives the index of its key. */
  add(fact: Fact): number {
    const index = this.#keyIndex.get(fact.key)
    if (index === undefined) throw new Error(`fact with key "${fact.key}", which the adapter should have refused`)
    this.put(index, fact)
    return index
  }

  /** Adds a fact under the index of its key. */
  put(index: number, fact: Fact): void {
    const list = this.#lists[index]
    if (list === undefined) {
      this.#lists[index] = [fact]
      return
    }
    // Most keys have one or two facts: those find their place at once, and only long lists are left to be sorted.
    let place = list.length
    if (place > MOST_INSERTED) {
      if (byDay(list[place - 1] as Fact, fact) > 0) this.#unsorted.push(list)
    } else {
      for (; place > 0 && byDay(list[place - 1] as Fact, fact) > 0; place--) list[place] = list[place - 1] as Fact
    }
    list[place] = fact
  }

  /** What was added so far about a key, in no order. */
  of(key: string): readonly Fact[] | undefined {
    return this.#lists[this.#keyIndex.get(key) as number]
  }

  /** All lists, each by the last day of its facts, undated first. */
  sorted(): readonly (readonly Fact[] | undefined)[] {
    for (const list of this.#unsorted) list.sort(byDay)
    return this.#lists
  }
}

const MOST_INSERTED = 16

function byDay(a: Fact, b: Fact): number {
  return a.to - b.to || a.from - b.from
}

function treatmentFact(course: Course, key: string): Fact {
  return { key, status: 'present', when: course.when, from: course.start.from, to: course.start.to, at: course.at }
}

/** A course under a label is a fact about the label: what the person was treated as. */
function labelFact(engine: Engine, course: Course): Fact | undefined {
  const { for: label, when, start, at } = course
  if (label === undefined || !engine.knowledge.findings['treated-as']?.values?.includes(label)) return undefined
  return { key: 'treated-as', choice: label, when, from: start.from, to: start.to, at }
}

/** Beyond its own limit a measurement is a finding; within, its axis is absent on that day. */
function addMeasured(
  table: FactTable,
  fact: Fact,
  findings: readonly MeasuredFinding[],
  sex: PersonRecord['sex'],
): void {
  for (const entry of findings) {
    const beyond = measuredReading(fact, entry, sex)
    if (beyond === 'unknown' || (beyond === false && !entry.withinMeansAbsent)) continue
    table.put(entry.index, {
      key: entry.finding,
      status: beyond ? 'present' : 'absent',
      when: fact.when,
      from: fact.from,
      to: fact.to,
      method: entry.method,
      explainedBy: fact.explainedBy,
      at: fact.at,
      madeFrom: fact,
      confirm: beyond && entry.confirm ? true : undefined,
    })
  }
}

/** Where the sex is not stated, only what would be so for either sex is said. */
function measuredReading(fact: Fact, entry: MeasuredFinding, sex: PersonRecord['sex']): Truth {
  if (sex !== undefined) return anyMake(fact, entry[sex])
  if (entry.male === entry.female) return anyMake(fact, entry.male)
  const male = anyMake(fact, entry.male)
  return male === anyMake(fact, entry.female) ? male : 'unknown'
}

function anyMake(fact: Fact, makes: readonly Make[]): Truth {
  if (makes.length === 0) return 'unknown'
  let open = false
  for (const make of makes) {
    const reading = makeReading(fact, make)
    if (reading === true) return true
    if (reading === 'unknown') open = true
  }
  return open ? 'unknown' : false
}

function makeReading(fact: Fact, make: Make): Truth {
  if (make.value) return fact.interval ? compare(fact.interval, make.value) : 'unknown'
  const limited = beyondLimit(fact, make.when)
  if (limited !== undefined) return limited
  return make.withoutLimit && fact.interval ? compare(fact.interval, make.withoutLimit) : 'unknown'
}

/**
 * Is a measurement beyond the laboratory's own limit? Undefined when the record prints no limit and
 * no word for it. A word (high, low, normal) answers this question and no other.
 */
export function beyondLimit(fact: Fact, side: 'above' | 'below'): Truth | undefined {
  const limit = side === 'above' ? fact.limitHigh : fact.limitLow
  const measured =
    fact.interval && limit !== undefined ? compareTo(fact.interval, side === 'above' ? '>' : '<', limit) : undefined
  // The word decides where the number does not: "> 60", limit 100, reported as high.
  if (fact.qualitative === undefined || measured === true || measured === false) return measured
  return fact.qualitative === (side === 'above' ? 'high' : 'low')
}

/** A declared silence is an absence on the last day of the period, unless something was recorded in it. */
function addDeclared(engine: Engine, table: FactTable, declared: Completeness, asOf: number): void {
  const { key, period, at } = declared
  if (period.to > asOf) return
  if (!engine.keyIndex.has(key)) throw new Error(`completeness for unknown key "${key}"`)
  const spoken = table
    .of(key)
    ?.some((fact) => fact.to === -Infinity || (fact.to >= period.from && fact.from <= period.to))
  if (!spoken) table.add({ key, status: 'absent', when: null, from: period.to, to: period.to, at })
}

/** Notes a contradiction once, naming both facts. */
export function noteConflict(prepared: Prepared, a: Fact, b: Fact): void {
  const [first, second] = a.at < b.at ? [a, b] : [b, a]
  const id = `${first.key}|${first.at}|${second.at}`
  if (prepared.problems.has(id)) return
  const label = prepared.engine.knowledge.findings[a.key]?.label ?? a.key
  prepared.problems.set(
    id,
    problem(
      'facts-contradict',
      first.at,
      `${label}: ${first.at} and ${second.at} exclude each other on the same occasion (${first.when ?? 'undated'})`,
      'correct one of the two, or give them their own date, method or site; until then this finding is unknown',
    ),
  )
}
