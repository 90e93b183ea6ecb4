import type { Chance } from './chance.ts'
import type { Test } from './codes/code.ts'
import { COUNTS } from './codes/ordinary.ts'
import { TESTS } from './codes/tests.ts'
import type { Event, IllnessEvent, ResultEvent } from './history.ts'

/** How often each kind of dirt falls on an entry it can fall on: shares from 0 to 1. */
export interface DirtRates {
  /** A condition coded in ICD-10-CM instead of SNOMED CT, or in both. */
  readonly icd: number
  /** A condition written in words, without a code. */
  readonly words: number
  /** A condition whose date was kept as a year. */
  readonly year: number
  /** A condition without a date. */
  readonly undated: number
  /** A condition of a relative, entered as if it were the person's own history. */
  readonly family: number
  /** A condition struck out as entered in error. */
  readonly error: number
  /** A condition that was looked into and ruled out. */
  readonly refuted: number
  /** A result in another unit of its test. */
  readonly units: number
  /** A unit as people spell it. */
  readonly spelling: number
  /** A number without a unit. */
  readonly 'no-unit': number
  /** A test that was done, with no value. */
  readonly 'no-value': number
  /** Only "high", "low" or "normal". */
  readonly letter: number
  /** A code of the laboratory's own that nobody else knows. */
  readonly local: number
  /** No limits printed: on one result, and on as many people's every result. */
  readonly 'no-limits': number
  /** A blood count as one panel with its values as parts, in FHIR. */
  readonly panel: number
  /** Anything entered twice. */
  readonly twice: number
}

export type DirtKind = keyof DirtRates

/** What a hospital's records are usually like. */
export const USUAL_DIRT: DirtRates = {
  icd: 0.4,
  words: 0.03,
  year: 0.02,
  undated: 0.01,
  family: 0.005,
  error: 0.005,
  refuted: 0.005,
  units: 0.2,
  spelling: 0.3,
  'no-unit': 0.02,
  'no-value': 0.01,
  letter: 0.02,
  local: 0.02,
  'no-limits': 0.05,
  panel: 0.1,
  twice: 0.02,
}

const KINDS = Object.keys(USUAL_DIRT) as DirtKind[]

/** No dirt at all. */
export const NO_DIRT: DirtRates = every(() => 0)

/** Four times the usual dirt, no kind on more than six entries of ten. */
export const HEAVY_DIRT: DirtRates = every((kind) => Math.min(0.6, USUAL_DIRT[kind] * 4))

/** The kinds of dirt by name. */
export const DIRT_KINDS: readonly DirtKind[] = KINDS

function every(rate: (kind: DirtKind) => number): DirtRates {
  return Object.fromEntries(KINDS.map((kind) => [kind, rate(kind)])) as Record<DirtKind, number>
}

/** Lets dirt fall on a person's entries. What it takes away, the ground truth sees taken away. */
export function soil(events: readonly Event[], rates: DirtRates, chance: Chance): void {
  const bare = chance.yes(rates['no-limits'])
  let panel = 0
  for (const event of events) {
    if (event.kind === 'illness') soilIllness(event, rates, chance)
    else if (event.kind === 'treatment') event.twice = chance.yes(rates.twice)
    else if (event.kind === 'result') {
      soilResult(event, rates, chance)
      if (bare) event.limitsPrinted = false
      if (event.what === TESTS.platelets && chance.yes(rates.panel)) panel = event.day
      event.inPanel = event.day === panel && COUNTED.has(event.what)
    }
  }
}

/** The tests of a blood count. */
const COUNTED: ReadonlySet<Test> = new Set([TESTS.platelets, TESTS.hemoglobin, ...COUNTS.map(([test]) => test)])

function soilIllness(event: IllnessEvent, rates: DirtRates, chance: Chance): void {
  const { snomed, icd } = event.what
  if (snomed === undefined) event.written = icd === undefined ? 'words' : 'icd'
  else if (icd !== undefined && chance.yes(rates.icd)) event.written = chance.yes(0.5) ? 'icd' : 'both'
  if (chance.yes(rates.words)) event.written = 'words'
  if (chance.yes(rates.year)) event.kept = 'year'
  else if (chance.yes(rates.undated)) event.kept = 'none'
  if (chance.yes(rates.family)) event.standing = 'family'
  else if (chance.yes(rates.error)) event.standing = 'entered-in-error'
  else if (chance.yes(rates.refuted)) event.standing = 'refuted'
  event.twice = chance.yes(rates.twice)
}

function soilResult(event: ResultEvent, rates: DirtRates, chance: Chance): void {
  const { units } = event.what
  if (units.length > 1 && chance.yes(rates.units)) event.unit = chance.int(1, units.length - 1)
  const spellings = units[event.unit]?.spelled.length ?? 0
  if (spellings > 0 && chance.yes(rates.spelling)) event.spelled = chance.int(0, spellings - 1)
  if (chance.yes(rates['no-limits'])) event.limitsPrinted = false
  const number = event.value !== undefined
  if (number && chance.yes(rates['no-unit'])) event.flaw = 'no-unit'
  else if (chance.yes(rates['no-value'])) event.flaw = 'no-value'
  else if (number && event.limits && chance.yes(rates.letter)) event.flaw = 'letter-only'
  else if (chance.yes(rates.local)) event.flaw = 'local-code'
  event.twice = chance.yes(rates.twice)
}
