import type { AuthoredRecord } from '../../../src/schema/record.ts'

/**
 * A record as it lies on the table: the entries of Scansion's own record, each with a name of its own, so that a screen
 * can point at it while others come and go, and with the place it was read from.
 */
interface Items {
  readonly findings: NonNullable<AuthoredRecord['findings']>[number]
  readonly measurements: NonNullable<AuthoredRecord['measurements']>[number]
  readonly courses: NonNullable<AuthoredRecord['courses']>[number]
  readonly treatedAs: NonNullable<AuthoredRecord['treatedAs']>[number]
  readonly treatments: NonNullable<AuthoredRecord['treatments']>[number]
  readonly complete: NonNullable<AuthoredRecord['complete']>[number]
}
export type ListName = keyof Items
type Item<List extends ListName> = Items[List]

const LISTS: readonly ListName[] = ['findings', 'measurements', 'courses', 'treatedAs', 'treatments', 'complete']

export interface Entry<List extends ListName = ListName> {
  readonly id: string
  readonly body: Item<List>
  /** Place in the file it was read from, `file#pointer` or `file:line`; undefined for what was entered by hand. */
  readonly from?: string
}

export type Head = Omit<AuthoredRecord, ListName>

type Lists = { readonly [List in ListName]: readonly Entry<List>[] }

export type Sheet = Lists & { readonly head: Head }

let counter = 0
/** A name for a new entry, unique in this page. */
export function newId(): string {
  counter += 1
  return `e${counter.toString(36)}${Math.random().toString(36).slice(2, 8)}`
}

/** An empty record. Example: `emptySheet('today').findings` is `[]`. */
export function emptySheet(id: string): Sheet {
  const head: Head = { format: 'scansion.record/1', id }
  return { head, findings: [], measurements: [], courses: [], treatedAs: [], treatments: [], complete: [] }
}

export type Places = { readonly [List in ListName]?: readonly string[] }

/** Lays a record on the table; `places` tells where each entry was read. */
export function sheetOf(record: AuthoredRecord, places: Places = {}): Sheet {
  const { findings, measurements, courses, treatedAs, treatments, complete, ...head } = record
  const entries = <List extends ListName>(name: List, items: readonly Item<List>[] = []): Entry<List>[] =>
    items.map((body, index) => {
      const from = places[name]?.[index]
      return from === undefined ? { id: newId(), body } : { id: newId(), body, from }
    })
  return {
    head,
    findings: entries('findings', findings),
    measurements: entries('measurements', measurements),
    courses: entries('courses', courses),
    treatedAs: entries('treatedAs', treatedAs),
    treatments: entries('treatments', treatments),
    complete: entries('complete', complete),
  }
}

/** The record in Scansion's own format, as it is exported and read by the engine. Empty lists are left out. */
export function recordOf(sheet: Sheet): AuthoredRecord {
  const bodies = <List extends ListName>(items: readonly Entry<List>[]): Item<List>[] | undefined =>
    items.length === 0 ? undefined : items.map(({ body }) => body)
  const lists = {
    findings: bodies(sheet.findings),
    measurements: bodies(sheet.measurements),
    courses: bodies(sheet.courses),
    treatedAs: bodies(sheet.treatedAs),
    treatments: bodies(sheet.treatments),
    complete: bodies(sheet.complete),
  }
  const stated = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined))
  return { ...sheet.head, ...stated }
}

export function addEntry<List extends ListName>(sheet: Sheet, list: List, body: Item<List>, id = newId()): Sheet {
  return { ...sheet, [list]: [...sheet[list], { id, body }] }
}

/** The sheet with one entry changed: it is then the user's own, and no longer says where it was read. */
export function changeEntry<List extends ListName>(
  sheet: Sheet,
  list: List,
  id: string,
  change: Partial<Item<List>>,
): Sheet {
  const lists: Lists = sheet
  const entries = lists[list].map((entry) => (entry.id === id ? { id, body: { ...entry.body, ...change } } : entry))
  return { ...sheet, [list]: entries }
}

export function removeEntries(sheet: Sheet, ids: ReadonlySet<string>): Sheet {
  const kept = (list: ListName) => sheet[list].filter(({ id }) => !ids.has(id))
  return { ...sheet, ...Object.fromEntries(LISTS.map((list) => [list, kept(list)])) }
}

/** Findings and measurements recorded under a key, in the order of the record. */
export function entriesOf(sheet: Sheet, key: string): readonly Entry<'findings' | 'measurements'>[] {
  return [...sheet.findings, ...sheet.measurements].filter(({ body }) => body.key === key)
}

/**
 * Says of a finding that it is present, absent, or not stated. What was entered here by hand is changed; what was read
 * from a file stays and a fact of `day` is put beside it, unless it contradicts one of the same day: the chosen one
 * settles it; without a day the fact is undated. "Not stated" takes every fact of the key away.
 * Example: `stateFinding(sheet, 'ascites', 'present', '2026-11-27')`.
 */
export function stateFinding(
  sheet: Sheet,
  key: string,
  state: 'present' | 'absent' | undefined,
  day: string | undefined,
): Sheet {
  const own = sheet.findings.filter(({ body }) => body.key === key)
  if (state === undefined) return removeEntries(sheet, new Set(entriesOf(sheet, key).map(({ id }) => id)))
  const typed = own.findLast((entry) => entry.from === undefined)
  const when = typed?.body.when ?? day
  const against = own.filter(
    ({ id, body }) => id !== typed?.id && body.when === when && body.status !== undefined && body.status !== state,
  )
  const settled = removeEntries(sheet, new Set(against.map(({ id }) => id)))
  if (typed) return changeEntry(settled, 'findings', typed.id, { status: state })
  if (settled.findings.some(({ body }) => body.key === key && body.status === state && body.when === day))
    return settled
  return addEntry(settled, 'findings', { key, status: state, ...(day !== undefined && { when: day }) })
}
