import { parseDay } from '../core/day.ts'

/** One row or resource that gives a drug: ordered, dispensed, taken. */
export interface Exposure {
  readonly key: string
  readonly start?: string | undefined
  readonly stop?: string | undefined
  readonly note?: string | undefined
  /** The place of the row or resource. */
  readonly at: string
}

/** Exposures that follow one another. */
export interface Era {
  readonly key: string
  readonly start: string | undefined
  /** Undefined while the last of them has no end. */
  readonly stop: string | undefined
  /** What is said of any of them. */
  readonly notes: readonly string[]
  /** The places of its rows, in the order of their days. */
  readonly rows: readonly string[]
}

/**
 * Days without the drug that do not end a course: the persistence window by which the OMOP model itself joins the rows
 * of drug_exposure to those of drug_era (ohdsi.github.io/CommonDataModel, DRUG_ERA).
 */
export const WINDOW = 30

/**
 * Joins the exposures to each treatment that overlap or follow within 30 days: a prescription that is filled every month is
 * one course. One whose days cannot be read stays alone.
 * Example: two months of lenalidomide, filled on 1 and 29 March, are one era with two rows.
 */
export function erasOf(exposures: readonly Exposure[]): readonly Era[] {
  const byKey = new Map<string, Dated[]>()
  const eras: Era[] = []
  for (const exposure of exposures) {
    const dated = datedOf(exposure)
    if (dated === undefined) eras.push(alone(exposure))
    else if (!byKey.get(exposure.key)?.push(dated)) byKey.set(exposure.key, [dated])
  }
  for (const list of byKey.values()) eras.push(...joined(list.sort((a, b) => a.from - b.from || a.startTo - b.startTo)))
  return eras
}

function alone({ key, start, stop, note, at }: Exposure): Era {
  return { key, start, stop, notes: note === undefined ? [] : [note], rows: [at] }
}

interface Dated {
  readonly exposure: Exposure
  readonly from: number
  /** Its last day; without an end the day of its start. */
  readonly to: number
  /** The last day on which it may have begun, and the first on which it may have ended. */
  readonly startTo: number
  readonly stopFrom: number
}

function datedOf(exposure: Exposure): Dated | undefined {
  const start = exposure.start === undefined ? undefined : parseDay(exposure.start)
  const stop = exposure.stop === undefined ? start : parseDay(exposure.stop)
  if (start === undefined || stop === undefined || stop.to < start.from) return undefined
  return { exposure, from: start.from, to: stop.to, startTo: start.to, stopFrom: stop.from }
}

function joined(sorted: readonly Dated[]): readonly Era[] {
  const groups: Dated[][] = []
  let group: Dated[] | undefined
  let end = Number.NEGATIVE_INFINITY
  for (const dated of sorted) {
    if (group === undefined || dated.from - end > WINDOW) {
      group = []
      groups.push(group)
    }
    group.push(dated)
    end = Math.max(end, dated.to)
  }
  return groups.flatMap(eraOf)
}

/** Does one end later? Of two that end on one day, the one that may have ended sooner counts, in whatever order they come. */
function isLater(a: Dated, b: Dated): boolean {
  return a.to > b.to || (a.to === b.to && a.stopFrom <= b.stopFrom)
}

function eraOf(group: readonly Dated[]): readonly Era[] {
  const [first] = group
  if (first === undefined) return []
  const ended = group.filter(({ exposure }) => exposure.stop !== undefined)
  const last = ended.reduce<Dated | undefined>(
    (found, dated) => (found && isLater(found, dated) ? found : dated),
    undefined,
  )
  // A row without an end that begins where the others end says that the drug goes on.
  const open = group.some(
    ({ exposure, from }) => exposure.stop === undefined && (last === undefined || from >= last.to),
  )
  const { key, start } = first.exposure
  const notes = [...new Set(group.flatMap(({ exposure }) => exposure.note ?? []))]
  const rows = group.map(({ exposure }) => exposure.at)
  return [{ key, start, stop: open ? undefined : last?.exposure.stop, notes, rows }]
}
