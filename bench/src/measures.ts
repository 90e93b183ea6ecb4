import type { Random } from './random.ts'
import type { RawMeasurement } from './record.ts'

interface Measure {
  readonly key: string
  /** How often a record has it; the rest is filled up from those with 0. */
  readonly often: number
  readonly units: readonly string[]
  /** Values are drawn between these, in the first unit. */
  readonly range: readonly [number, number]
  /** The laboratory's limits, printed in three records of four. */
  readonly limits: readonly [number | undefined, number | undefined]
}

const MEASURES: readonly Measure[] = [
  { key: 'vegf-serum', often: 0.6, units: ['pg/mL', 'ng/L'], range: [60, 2600], limits: [undefined, 700] },
  { key: 'vegf-plasma', often: 0.2, units: ['pg/mL', 'ng/L'], range: [10, 420], limits: [undefined, 115] },
  { key: 'vegf-unspecified', often: 0.1, units: ['pg/mL'], range: [60, 2000], limits: [undefined, 600] },
  { key: 'platelets', often: 0.8, units: ['10*9/L', '10*3/uL'], range: [140, 560], limits: [150, 420] },
  { key: 'hemoglobin', often: 0.7, units: ['g/dL', 'g/L'], range: [10, 18], limits: [12, 17] },
  { key: 'hematocrit', often: 0.2, units: ['%'], range: [32, 56], limits: [36, 52] },
  { key: 'prolactin', often: 0.2, units: ['ng/mL'], range: [3, 24], limits: [4, 19] },
  { key: 'tsh', often: 0.3, units: ['m[IU]/L'], range: [0.3, 6], limits: [0.4, 4.2] },
  { key: 'pth', often: 0.15, units: ['pg/mL'], range: [8, 80], limits: [12, 68] },
  { key: 'testosterone', often: 0.25, units: ['ng/dL'], range: [150, 900], limits: [280, 900] },
  { key: 'cortisol-am', often: 0.15, units: ['ug/dL'], range: [3, 22], limits: [5, 23] },
  { key: 'albumin', often: 0, units: ['g/dL'], range: [2.4, 4.9], limits: [3.5, 5] },
  { key: 'creatinine', often: 0, units: ['mg/dL'], range: [0.5, 1.9], limits: [undefined, 1.2] },
  { key: 'crp', often: 0, units: ['mg/L'], range: [0, 60], limits: [undefined, 5] },
  { key: 'esr', often: 0, units: ['mm/h'], range: [2, 70], limits: [undefined, 20] },
  { key: 'csf-protein', often: 0, units: ['mg/dL'], range: [20, 240], limits: [undefined, 45] },
  { key: 'm-protein', often: 0, units: ['g/dL'], range: [0, 1.6], limits: [undefined, undefined] },
  { key: 'calcium', often: 0, units: ['mg/dL'], range: [8, 11], limits: [8.5, 10.3] },
  { key: 'fsh', often: 0, units: ['[IU]/L'], range: [2, 40], limits: [1.5, 12] },
  { key: 'lh', often: 0, units: ['[IU]/L'], range: [2, 40], limits: [1.5, 10] },
]

/** Findings that a measurement of a record may make: the generator says none of them in a second way that disagrees. */
export const MADE_BY_MEASUREMENT = new Set([
  'thrombocytosis',
  'polycythemia',
  'hyperprolactinemia',
  'hypothyroidism',
  'hyperparathyroidism',
  'hypoparathyroidism',
  'hypogonadism',
  'adrenal-insufficiency',
])

/** `count` measurements of different keys, drawn on days of their own. */
export function measurements(random: Random, count: number, day: () => string): RawMeasurement[] {
  const wanted = MEASURES.filter((item) => random.chance(item.often))
  const rest = random.shuffle(MEASURES.filter((item) => item.often === 0))
  return random.shuffle([...wanted, ...rest].slice(0, count)).map((item) => measurement(random, item, day()))
}

function measurement(random: Random, item: Measure, when: string): RawMeasurement {
  const unit = random.chance(0.8) ? (item.units[0] ?? '') : random.pick(item.units)
  const scale = item.key === 'hemoglobin' && unit === 'g/L' ? 10 : 1
  const [low, high] = item.range
  const value = Number(((low + random.next() * (high - low)) * scale).toPrecision(3))
  const limits = random.chance(0.75) ? item.limits : []
  const [from, to] = limits
  return {
    key: item.key,
    value,
    unit,
    ...(from === undefined ? undefined : { referenceLow: from * scale }),
    ...(to === undefined ? undefined : { referenceHigh: to * scale }),
    when,
  }
}
