import { beyondLimit, type Fact, parseDay } from '../../../../../src/core/index.ts'
import type { FactView, Problem } from '../../../../../src/schema/index.ts'
import { entryAt, type Reading, type StateName } from '../../../state/reading.ts'
import type { Entry } from '../../../state/sheet.ts'

type FactEntry = Entry<'findings' | 'measurements'>

/** One entry of the sheet under a key, with what the reader made of it. */
export interface EntryView {
  readonly entry: FactEntry
  readonly list: 'findings' | 'measurements'
  /** What the reader read; undefined where nothing of it could be counted. */
  readonly fact: Fact | undefined
  /** Why it counts only with reservation. */
  readonly flag: string | undefined
  /** Dated after the day that the record is read on. */
  readonly later: boolean
  readonly problems: readonly Problem[]
}

export type RowState = StateName | 'equivocal' | 'stated' | 'above' | 'below' | 'within'

/** All that a row of the record draws. */
export interface RowView {
  readonly key: string
  readonly state: RowState
  /** Recorded again as absent after it was present. */
  readonly resolved: boolean
  /** In time order, undated first. */
  readonly entries: readonly EntryView[]
  /** Facts that no entry of this key states: made of a measurement, a course, a declared silence. */
  readonly derived: readonly FactView[]
  /** Entries that exclude each other, where the state is a conflict. */
  readonly against: readonly string[]
}

interface Index {
  readonly entries: ReadonlyMap<string, readonly EntryView[]>
}
const indexes = new WeakMap<Reading, Index>()

/** Rows as they were drawn last: a row that has not changed keeps its object, and is not drawn again. */
export class Rows {
  readonly #last = new Map<string, RowView>()
  readonly #asked = new Set<string>()
  #reading: Reading | undefined

  of(reading: Reading, key: string): RowView {
    if (reading !== this.#reading) {
      this.#reading = reading
      this.#asked.clear()
    }
    const last = this.#last.get(key)
    // A group and its rows ask for the same key, and each several times while it draws.
    if (last && this.#asked.has(key)) return last
    this.#asked.add(key)
    const made = rowView(reading, key)
    if (last && sameRow(last, made)) return last
    this.#last.set(key, made)
    return made
  }
}

/** How a key stands in a reading. Example: `rowView(reading, 'ascites').state` is "open" in an empty record. */
export function rowView(reading: Reading, key: string): RowView {
  const { state, facts, explained } = reading.stateOf(key)
  const entries = indexOf(reading).entries.get(key) ?? []
  const own = new Set(entries.map(({ entry }) => entry.id))
  const from = (at: string) => entryAt(reading.sheet, at)?.id
  const derived = facts.filter(({ at, madeFrom }) => madeFrom !== undefined || !own.has(from(at) ?? ''))
  return {
    key,
    state: valueState(reading, key) ?? (explained.reason === 'equivocal' ? 'equivocal' : state),
    resolved: explained.resolved === true,
    entries,
    derived,
    against: state === 'conflict' ? facts.flatMap(({ at }) => from(at) ?? []) : [],
  }
}

/** Values and choices are stated or not; beside its own limit a value is above, below or within. */
function valueState(reading: Reading, key: string): RowState | undefined {
  const { engine, factsBy } = reading.prepared
  const finding = engine.knowledge.findings[key]
  if (finding?.kind !== 'measurement' && finding?.values === undefined) return undefined
  const fact = factsBy[engine.keyIndex.get(key) ?? -1]?.at(-1)
  if (!fact) return 'open'
  if (fact.status === 'equivocal') return 'equivocal'
  const [above, below] = [beyondLimit(fact, 'above'), beyondLimit(fact, 'below')]
  if (above === true) return 'above'
  if (below === true) return 'below'
  return above === false || below === false || fact.qualitative === 'normal' ? 'within' : 'stated'
}

function indexOf(reading: Reading): Index {
  const known = indexes.get(reading)
  if (known) return known
  const { sheet, record, problems } = reading
  const facts = new Map(record.facts.map((fact) => [entryAt(sheet, fact.at)?.id ?? fact.at, fact]))
  const troubles = new Map<string, Problem[]>()
  for (const problem of problems) {
    const id = entryAt(sheet, problem.at)?.id
    if (id === undefined || problem.code === 'facts-contradict') continue
    troubles.set(id, [...(troubles.get(id) ?? []), problem])
  }
  const entries = new Map<string, EntryView[]>()
  for (const list of ['findings', 'measurements'] as const) {
    for (const entry of sheet[list]) {
      const { key } = entry.body
      const fact = facts.get(entry.id)
      const view = fact && reading.stateOf(key).facts.find(({ at }) => at === fact.at)
      const made = {
        entry,
        list,
        fact,
        flag: view?.flag,
        later: fact !== undefined && fact.to > reading.prepared.asOf,
        problems: troubles.get(entry.id) ?? [],
      }
      entries.set(key, [...(entries.get(key) ?? []), made])
    }
  }
  for (const views of entries.values()) views.sort((a, b) => dayOf(a) - dayOf(b))
  const index = { entries }
  indexes.set(reading, index)
  return index
}

function dayOf({ entry, fact }: EntryView): number {
  if (fact) return fact.to
  const { when } = entry.body
  return (typeof when === 'string' ? parseDay(when)?.to : undefined) ?? Number.NEGATIVE_INFINITY
}

function sameRow(a: RowView, b: RowView): boolean {
  return (
    a.state === b.state &&
    a.resolved === b.resolved &&
    same(a.against, b.against, (x, y) => x === y) &&
    same(a.entries, b.entries, sameEntry) &&
    same(a.derived, b.derived, (x, y) => x.says === y.says && x.date === y.date && x.flag === y.flag)
  )
}

function sameEntry(a: EntryView, b: EntryView): boolean {
  return (
    a.entry === b.entry &&
    a.flag === b.flag &&
    a.later === b.later &&
    (a.fact === undefined) === (b.fact === undefined) &&
    a.fact?.to === b.fact?.to &&
    same(a.problems, b.problems, (x, y) => x.code === y.code && x.what === y.what)
  )
}

function same<T>(a: readonly T[], b: readonly T[], alike: (x: T, y: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index]
      return other !== undefined && alike(item, other)
    })
  )
}
