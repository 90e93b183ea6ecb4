import type { RawFinding, RawMeasurement, RawRecord } from '../record.ts'

/**
 * The reading half of the hand-written function: what an engineer would write who needs this one rule and nothing else.
 * It asks the same question as the others (is the rule met by what was known on that day), with no validation, no places
 * in the input and no reasons.
 */
export type Say = (key: string, present: boolean) => void

const FLUID = new Set(['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion'])
const NEUROPATHIES = new Set(['cidp', 'gbs', 'diabetic-neuropathy', 'mgus-neuropathy'])
const PLASMA_CELL_DIRECTED = new Set([
  'asct',
  'bevacizumab',
  'bispecific-antibody',
  'bortezomib',
  'car-t',
  'carfilzomib',
  'cyclophosphamide',
  'daratumumab',
  'lenalidomide',
  'melphalan',
  'pomalidomide',
  'radiotherapy',
  'thalidomide',
])

/**
 * Tells what the record says up to a day, finding by finding; a value of another unit is converted where the records
 * have one. `asOf` is a full ISO date, and not the last of a month.
 */
export function read(record: RawRecord, asOf: string, say: Say): void {
  for (const finding of record.findings) {
    if (finding.status !== 'present' && finding.status !== 'absent') continue
    if (!known(finding.when, asOf)) continue
    const present = finding.status === 'present'
    say(finding.key, present)
    if (present && finding.explainedBy === undefined && FLUID.has(finding.key)) say('unexplained-fluid', true)
  }
  if (record.treatedAs) {
    for (const label of record.treatedAs) {
      if (NEUROPATHIES.has(label.key) && known(label.when, asOf)) say('treated-as-neuropathy', true)
    }
  }
  if (record.sex) say(record.sex, true)
  const treated = treatedFrom(record, asOf)
  for (const item of record.measurements) {
    if (known(item.when, asOf)) measure(item, record.sex, treated, say)
  }
}

/** A partial date counts from its last day on, an undated fact always. */
function known(when: RawFinding['when'], asOf: string): boolean {
  if (typeof when !== 'string') return true
  return when.length === 10 ? when <= asOf : when < asOf.slice(0, when.length)
}

function treatedFrom(record: RawRecord, asOf: string): string | undefined {
  let first: string | undefined
  for (const { key, when } of record.treatments ?? []) {
    if (
      typeof when === 'string' &&
      when <= asOf &&
      PLASMA_CELL_DIRECTED.has(key) &&
      (first === undefined || when < first)
    )
      first = when
  }
  return first
}

function measure(item: RawMeasurement, sex: RawRecord['sex'], treated: string | undefined, say: Say): void {
  switch (item.key) {
    case 'vegf-serum':
    case 'vegf-unspecified':
      vegf(item, (value) => value >= 1000, treated, say)
      break
    case 'vegf-plasma':
      vegf(item, (value) => value > 200, treated, say)
      break
    case 'platelets':
      tell(
        'thrombocytosis',
        above(item, (value) => value >= 450),
        say,
      )
      break
    case 'hemoglobin':
      tell(
        'polycythemia',
        above(item, (value) => grams(value, item.unit) > (sex === 'male' ? 16.5 : 16)),
        say,
      )
      break
    case 'prolactin':
      tell('hyperprolactinemia', above(item), say)
      break
    case 'tsh':
      tell('hypothyroidism', above(item), say)
      break
    case 'pth':
      tell('hyperparathyroidism', above(item), say)
      tell('hypoparathyroidism', below(item), say)
      break
    case 'testosterone':
      if (sex === 'male') tell('hypogonadism', below(item), say)
      break
    case 'cortisol-am':
      // A normal morning value does not clear the adrenal axis.
      if (below(item) === true) say('adrenal-insufficiency', true)
      break
    case 'hematocrit':
      if (above(item) === true) say('polycythemia', true)
      break
    default:
  }
}

function tell(key: string, reading: boolean | undefined, say: Say): void {
  if (reading !== undefined) say(key, reading)
}

function grams(value: number, unit: string | null | undefined): number {
  return unit === 'g/L' ? value / 10 : value
}

/** Beyond the laboratory's own limit; by the fallback only where none is printed. */
function above(item: RawMeasurement, fallback?: (value: number) => boolean): boolean | undefined {
  const { value, referenceHigh: limit } = item
  if (typeof value !== 'number') return item.qualitative ? item.qualitative === 'high' : undefined
  if (typeof limit === 'number') return value > limit
  return fallback?.(value)
}

function below(item: RawMeasurement): boolean | undefined {
  const { value, referenceLow: limit } = item
  if (typeof value !== 'number') return item.qualitative ? item.qualitative === 'low' : undefined
  return typeof limit === 'number' ? value < limit : undefined
}

/** Raised counts at any time; a normal value only in a named specimen and before treatment. */
function vegf(item: RawMeasurement, raised: (value: number) => boolean, treated: string | undefined, say: Say): void {
  const before = treated === undefined || typeof item.when !== 'string' || item.when <= treated
  const named = item.key !== 'vegf-unspecified'
  const limited = above(item)
  // Without a printed limit only a height beyond every published cut is certain; a lower number says nothing.
  const high = limited ?? (typeof item.value === 'number' && raised(item.value))
  if (high) say('vegf-raised', true)
  else if (limited === false && before && named) say('vegf-raised', false)
}
