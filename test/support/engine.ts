import { createEngine, type Engine } from '../../src/core/engine.ts'
import type { EngineFinding, Knowledge } from '../../src/schema/engine.ts'
import { NO_CARE } from '../../src/schema/engine-care.ts'

/** A made-up vocabulary with one or more keys of each kind. Tests of single parts do not wait for the real one. */
export const VOCABULARY: Readonly<Record<string, EngineFinding>> = {
  age: { label: 'Age', kind: 'measurement', unit: 'a' },
  sex: { label: 'Sex', kind: 'choice', values: ['male', 'female'] },
  polyneuropathy: { label: 'Polyneuropathy', kind: 'finding' },
  papilledema: { label: 'Papilloedema', kind: 'finding' },
  'peripheral-edema': { label: 'Peripheral oedema', kind: 'finding' },
  'pleural-effusion': { label: 'Pleural effusion', kind: 'finding' },
  'm-protein-ife': { label: 'M-protein on serum immunofixation', kind: 'finding' },
  'monoclonal-protein': { label: 'Monoclonal protein', kind: 'finding' },
  'amyloid-on-biopsy': { label: 'Amyloid on biopsy', kind: 'finding' },
  hyperpigmentation: { label: 'Hyperpigmentation', kind: 'finding' },
  thrombocytosis: { label: 'Thrombocytosis', kind: 'finding' },
  'heavy-chain': { label: 'Heavy chain', kind: 'choice', values: ['IgA', 'IgG', 'IgM', 'IgD', 'none'] },
  'light-chain': { label: 'Light chain', kind: 'choice', values: ['lambda', 'kappa'] },
  'treated-as': {
    label: 'Treated as',
    kind: 'choice',
    values: ['cidp', 'gbs', 'diabetic-neuropathy', 'mgus-neuropathy', 'myeloma', 'amyloidosis', 'other'],
  },
  platelets: { label: 'Platelets', kind: 'measurement', unit: '10*9/L' },
  hemoglobin: { label: 'Haemoglobin', kind: 'measurement', unit: 'g/dL' },
  albumin: { label: 'Albumin', kind: 'measurement', unit: 'g/dL' },
  'm-protein': { label: 'M-protein', kind: 'measurement', unit: 'g/dL' },
  hba1c: { label: 'HbA1c', kind: 'measurement', unit: '%' },
  pth: { label: 'PTH', kind: 'measurement', unit: 'pg/mL' },
  'vegf-serum': { label: 'VEGF in serum', kind: 'measurement', unit: 'pg/mL' },
  'vegf-plasma': { label: 'VEGF in plasma', kind: 'measurement', unit: 'pg/mL' },
  'vegf-unspecified': { label: 'VEGF, specimen not named', kind: 'measurement', unit: 'pg/mL' },
  'poems-syndrome': { label: 'POEMS syndrome', kind: 'diagnosis' },
  mgus: { label: 'MGUS', kind: 'diagnosis' },
  'castleman-disease': { label: 'Castleman disease', kind: 'diagnosis' },
  ivig: { label: 'Intravenous immunoglobulin', kind: 'treatment' },
  corticosteroids: { label: 'Corticosteroids', kind: 'treatment' },
  lenalidomide: { label: 'Lenalidomide', kind: 'treatment', directedAtPlasmaCells: true },
  radiotherapy: { label: 'Radiotherapy', kind: 'treatment', directedAtPlasmaCells: true },
}

/**
 * An engine of made-up knowledge: what a test does not give is empty, but for the vocabulary above.
 * Example: `makeEngine({ rules: { judged: { id: "judged", title: "Judged", sources: [], when } } })`.
 */
export function makeEngine(partial: Partial<Knowledge> = {}): Engine {
  return createEngine({
    version: 'test',
    findings: VOCABULARY,
    rules: {},
    measured: [],
    confounders: [],
    workup: {},
    conflicts: {},
    sources: {},
    phrases: {},
    care: NO_CARE,
    settings: {
      defaultCriteria: '',
      criteria: [],
      indication: '',
      redFlags: [],
      redFlagsQuietWhen: [],
      knownDiagnosis: 'poems-syndrome',
      dueWithinDays: 30,
      acronyms: [],
    },
    ...partial,
  })
}
