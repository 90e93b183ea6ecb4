import { UNIT_TABLE } from '../../src/core/units.generated.ts'
import { convert } from '../../src/core/units.ts'

/** The units of the vocabulary, and a value of each key brought to its own unit. */
export const KEYS: Record<string, string> = {
  'csf-protein': 'mg/dL',
  onls: '{score}',
  mrs: '{score}',
  testosterone: 'ng/dL',
  estradiol: 'pg/mL',
  lh: '[IU]/L',
  fsh: '[IU]/L',
  prolactin: 'ng/mL',
  tsh: 'm[IU]/L',
  'free-t4': 'ng/dL',
  'cortisol-am': 'ug/dL',
  acth: 'pg/mL',
  hba1c: '%',
  pth: 'pg/mL',
  'marrow-plasma-cells': '%',
  'm-protein': 'g/dL',
  'flc-kappa': 'mg/L',
  'flc-lambda': 'mg/L',
  'flc-ratio': '1',
  'bone-lesion-count': '1',
  platelets: '10*9/L',
  hemoglobin: 'g/dL',
  'vegf-serum': 'pg/mL',
  'vegf-plasma': 'pg/mL',
  'il-6': 'pg/mL',
  'il-12': 'pg/mL',
  spap: 'mm[Hg]',
  dlco: '%',
  fev1: '%',
  egfr: 'mL/min/{1.73_m2}',
  creatinine: 'mg/dL',
  albumin: 'g/dL',
  crp: 'mg/L',
  esr: 'mm/h',
  'vegf-unspecified': 'pg/mL',
  'tli-median': '1',
  'tli-ulnar': '1',
  'progression-weeks': 'wk',
  calcium: 'mg/dL',
  hematocrit: '%',
  'vitamin-d': 'ng/mL',
  p1np: 'ng/mL',
  'hlc-ratio': '1',
  fibrinogen: 'mg/dL',
  'il-1-beta': 'pg/mL',
  'tnf-alpha': 'pg/mL',
}

/** Rows of the families: they hold whatever is measured. */
export const shared = UNIT_TABLE.families.flatMap(({ to }) =>
  Object.entries(to).flatMap(([unit, rows]) => Object.entries(rows).map(([from, factor]) => ({ from, unit, factor }))),
)

/** Rows of single analytes. */
export const own = UNIT_TABLE.analytes.flatMap(({ key, to, from, offset }) =>
  Object.entries(from).map(([unit, factor]) => ({ key, from: unit, unit: to, factor, offset })),
)

/** A value brought to the unit of its key; throws where it is refused. */
export function converted(key: string, value: number, unit: string, canonical = KEYS[key] ?? ''): number {
  const result = convert(key, value, unit, canonical)
  if (!result.ok) throw new Error(`${key} ${unit}: ${result.reason}, ${result.hint}`)
  return result.value
}

/** Why a unit is refused, or `read`. */
export function refused(key: string, unit: string | undefined, canonical = KEYS[key] ?? ''): string {
  const result = convert(key, 1, unit, canonical)
  return result.ok ? 'read' : `${result.reason}: ${result.hint}`
}
