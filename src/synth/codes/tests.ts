import type { Limits, Named, Test, Unit } from './code.ts'

/** The part of the laboratory's list that has to do with the question. */

const both = (limits: Limits) => ({ male: limits, female: limits })

interface Given {
  readonly loinc: Named
  readonly concept?: number
  readonly key: string
  readonly units: readonly Unit[]
  readonly limits?: { readonly male: Limits; readonly female: Limits }
  readonly specimen?: 'serum' | 'plasma'
}

function measured(given: Given): Test {
  return { kind: 'test', ...given }
}

function answered(key: string, loinc: Named, concept?: number): Test {
  return { kind: 'test', key, loinc, concept, units: [] }
}

const PG: readonly Unit[] = [
  { ucum: 'pg/mL', spelled: ['pg/mL', 'pg/ml'], concept: 8845, times: 1, places: 0 },
  { ucum: 'ng/L', spelled: ['ng/L', 'ng/l'], concept: 8725, times: 1, places: 0 },
]

const VEGF = {
  loinc: ['34694-0', 'Vascular endothelial growth factor [Mass/volume] in Serum or Plasma'],
  concept: 3031767,
  units: PG,
} as const

export const TESTS = {
  platelets: measured({
    key: 'platelets',
    loinc: ['777-3', 'Platelets [#/volume] in Blood by Automated count'],
    concept: 3024929,
    limits: both([150, 400]),
    units: [
      { ucum: '10*3/uL', spelled: ['10*3/uL', 'K/uL', 'x10E3/uL', 'thou/uL'], concept: 8848, times: 1, places: 0 },
      { ucum: '10*9/L', spelled: ['10*9/L', 'x10^9/L', 'G/L'], concept: 9444, times: 1, places: 0 },
    ],
  }),
  hemoglobin: measured({
    key: 'hemoglobin',
    loinc: ['718-7', 'Hemoglobin [Mass/volume] in Blood'],
    concept: 3000963,
    limits: { male: [13.5, 17.5], female: [12, 16] },
    units: [
      { ucum: 'g/dL', spelled: ['g/dL', 'g/dl', 'gm/dL'], concept: 8713, times: 1, places: 1 },
      { ucum: 'g/L', spelled: ['g/L', 'g/l'], concept: 8636, times: 10, places: 0 },
    ],
  }),
  vegfSerum: measured({ ...VEGF, key: 'vegf-serum', limits: both([0, 500]), specimen: 'serum' }),
  vegfPlasma: measured({ ...VEGF, key: 'vegf-plasma', limits: both([31, 86]), specimen: 'plasma' }),
  testosterone: measured({
    key: 'testosterone',
    loinc: ['2986-8', 'Testosterone [Mass/volume] in Serum or Plasma'],
    concept: 3008893,
    limits: { male: [300, 1000], female: [15, 70] },
    units: [
      { ucum: 'ng/dL', spelled: ['ng/dL', 'ng/dl'], concept: 8817, times: 1, places: 0 },
      {
        ucum: 'nmol/L',
        spelled: ['nmol/L', 'nmol/l'],
        concept: 8736,
        times: 1 / 28.842,
        places: 1,
        loinc: ['14913-8', 'Testosterone [Moles/volume] in Serum or Plasma'],
        testConcept: 3017446,
      },
    ],
  }),
  prolactin: measured({
    key: 'prolactin',
    loinc: ['2842-3', 'Prolactin [Mass/volume] in Serum or Plasma'],
    concept: 3004722,
    limits: { male: [4, 15], female: [5, 25] },
    units: [{ ucum: 'ng/mL', spelled: ['ng/mL', 'ng/ml'], concept: 8842, times: 1, places: 1 }],
  }),
  tsh: measured({
    key: 'tsh',
    loinc: ['3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma'],
    concept: 3009201,
    limits: both([0.4, 4.5]),
    units: [{ ucum: 'm[IU]/L', spelled: ['m[IU]/L', 'mIU/L', 'mU/L'], times: 1, places: 2 }],
  }),
  cortisol: measured({
    key: 'cortisol-am',
    loinc: ['9813-7', 'Cortisol [Mass/volume] in Serum or Plasma --AM peak specimen'],
    limits: both([6, 23]),
    units: [{ ucum: 'ug/dL', spelled: ['ug/dL', 'mcg/dL', 'µg/dL'], concept: 8837, times: 1, places: 1 }],
  }),
  hba1c: measured({
    key: 'hba1c',
    loinc: ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'],
    concept: 3004410,
    limits: both([4, 5.6]),
    units: [{ ucum: '%', spelled: ['%'], concept: 8554, times: 1, places: 1 }],
  }),
  creatinine: measured({
    key: 'creatinine',
    loinc: ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma'],
    concept: 3016723,
    limits: both([0.6, 1.3]),
    units: [
      { ucum: 'mg/dL', spelled: ['mg/dL', 'mg/dl', 'MG/DL'], concept: 8840, times: 1, places: 2 },
      {
        ucum: 'umol/L',
        spelled: ['umol/L', 'µmol/L'],
        concept: 8749,
        times: 1 / 0.011312,
        places: 0,
        loinc: ['14682-9', 'Creatinine [Moles/volume] in Serum or Plasma'],
      },
    ],
  }),
  albumin: measured({
    key: 'albumin',
    loinc: ['1751-7', 'Albumin [Mass/volume] in Serum or Plasma'],
    concept: 3024561,
    limits: both([3.5, 5]),
    units: [
      { ucum: 'g/dL', spelled: ['g/dL', 'g/dl'], concept: 8713, times: 1, places: 1 },
      { ucum: 'g/L', spelled: ['g/L'], concept: 8636, times: 10, places: 0 },
    ],
  }),
  crp: measured({
    key: 'crp',
    loinc: ['1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma'],
    concept: 3020460,
    limits: both([0, 5]),
    units: [
      { ucum: 'mg/L', spelled: ['mg/L', 'mg/l'], concept: 8751, times: 1, places: 1 },
      { ucum: 'mg/dL', spelled: ['mg/dL'], concept: 8840, times: 0.1, places: 2 },
    ],
  }),
  csfProtein: measured({
    key: 'csf-protein',
    loinc: ['2880-3', 'Protein [Mass/volume] in Cerebral spinal fluid'],
    concept: 3019473,
    limits: both([15, 45]),
    units: [{ ucum: 'mg/dL', spelled: ['mg/dL', 'mg/dl'], concept: 8840, times: 1, places: 0 }],
  }),
  marrowPlasmaCells: measured({
    key: 'marrow-plasma-cells',
    loinc: ['11118-7', 'Plasma cells/100 cells in Bone marrow'],
    concept: 3003879,
    units: [{ ucum: '%', spelled: ['%'], concept: 8554, times: 1, places: 0 }],
  }),
  mProtein: measured({
    key: 'm-protein',
    loinc: ['33358-3', 'Protein.monoclonal [Mass/volume] in Serum or Plasma by Electrophoresis'],
    concept: 3046299,
    units: [
      { ucum: 'g/dL', spelled: ['g/dL', 'g/dl'], concept: 8713, times: 1, places: 2 },
      {
        ucum: 'g/L',
        spelled: ['g/L'],
        concept: 8636,
        times: 10,
        places: 1,
        loinc: ['51435-6', 'Protein.monoclonal band 1 [Mass/volume] in Serum or Plasma by Electrophoresis'],
        testConcept: 3029713,
      },
    ],
  }),
  flcLambda: measured({
    key: 'flc-lambda',
    loinc: ['33944-0', 'Lambda light chains.free [Mass/volume] in Serum or Plasma'],
    concept: 3047169,
    limits: both([5.7, 26.3]),
    units: [{ ucum: 'mg/L', spelled: ['mg/L', 'mg/l'], concept: 8751, times: 1, places: 1 }],
  }),
  spep: answered(
    'm-protein-spep',
    ['12851-2', 'Protein Fractions [Interpretation] in Serum or Plasma by Electrophoresis'],
    3035956,
  ),
  immunofixation: answered('m-protein-ife', ['25700-6', 'Immunofixation for Serum or Plasma'], 3037756),
  urineImmunofixation: answered('m-protein-urine', ['13440-3', 'Immunofixation for Urine'], 3017704),
  antiMag: answered('anti-mag-antibody', [
    '39087-2',
    'Myelin associated glycoprotein IgM Ab [Titer] in Serum by Immunoassay',
  ]),
} as const
