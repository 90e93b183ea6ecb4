import type { Illness, Named, Test, Treatment } from './code.ts'

/** What fills most of a hospital's records and has nothing to do with the question. */

function common(words: string, code: string, display: string, concept: number, icd?: Named): Illness {
  return { kind: 'illness', words, snomed: [code, display], concept, ...(icd && { icd }) }
}

export const COMMON: readonly [Illness, ...Illness[]] = [
  common('viral sinusitis', '444814009', 'Viral sinusitis', 40481087),
  common('pharyngitis', '195662009', 'Acute viral pharyngitis', 4112343),
  common('bronchitis', '10509002', 'Acute bronchitis', 260139),
  common('otitis media', '65363002', 'Otitis media', 372328),
  common('low back pain', '278860009', 'Chronic low back pain', 4132891),
  common('sprain of ankle', '44465007', 'Sprain of ankle', 81151),
  common('osteoarthritis of knee', '239873007', 'Osteoarthritis of knee', 4079750),
  common('stress', '73595000', 'Stress', 4251306),
  common('cystitis', '38822007', 'Cystitis', 195588),
  common('laceration of hand', '284549007', 'Laceration of hand', 4113008),
  common('gout', '90560007', 'Gout', 440674),
  common('allergic rhinitis', '232353008', 'Perennial allergic rhinitis with seasonal variation', 4048171),
]

export const LASTING = {
  hypertension: common('high blood pressure', '59621000', 'Essential hypertension', 320128),
  lipids: common('hyperlipidaemia', '55822004', 'Hyperlipidemia', 432867),
  heart: common('coronary disease', '53741008', 'Coronary arteriosclerosis', 317576),
  heartFailure: common('heart failure', '88805009', 'Chronic congestive heart failure', 4229440),
  pregnancy: common('pregnancy', '72892002', 'Normal pregnancy', 4217975),
  childhoodAsthma: common('asthma', '233678006', 'Childhood asthma', 4051466),
  prediabetes: { kind: 'illness', words: 'prediabetes', snomed: ['15777000', 'Prediabetes'] },
  /** A neuropathy of any kind: wider than a polyneuropathy, so it says nothing certain. */
  neuropathy: {
    kind: 'illness',
    words: 'neuropathy',
    snomed: ['386033004', 'Neuropathy (disorder)'],
    concept: 4301699,
  },
  obesity: { kind: 'illness', words: 'obesity', snomed: ['162864005', 'Body mass index 30+ - obesity (finding)'] },
} as const satisfies Readonly<Record<string, Illness>>

function drug(words: string, code: string, display: string, concept: number): Treatment {
  return { kind: 'treatment', words, rxnorm: [code, display], concept }
}

export const DRUGS = {
  lisinopril: drug('lisinopril', '314076', 'lisinopril 10 MG Oral Tablet', 19080128),
  hydrochlorothiazide: drug('hydrochlorothiazide', '310798', 'hydrochlorothiazide 25 MG Oral Tablet', 19078106),
  amlodipine: drug('amlodipine', '197361', 'amlodipine 5 MG Oral Tablet', 1332419),
  simvastatin: drug('simvastatin', '312961', 'simvastatin 20 MG Oral Tablet', 1539411),
  metformin: drug('metformin', '860975', '24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet', 40163924),
  furosemide: drug('furosemide', '313988', 'furosemide 40 MG Oral Tablet', 957136),
  levothyroxine: drug('levothyroxine', '966222', 'levothyroxine sodium 0.075 MG Oral Tablet', 40174880),
  acetaminophen: drug('acetaminophen', '313782', 'acetaminophen 325 MG Oral Tablet', 1127433),
  ibuprofen: drug('ibuprofen', '310965', 'ibuprofen 200 MG Oral Tablet', 19078461),
  amoxicillin: drug('amoxicillin', '308182', 'amoxicillin 250 MG Oral Capsule', 19073183),
  clopidogrel: drug('clopidogrel', '309362', 'clopidogrel 75 MG Oral Tablet', 19075601),
} as const

interface Plain {
  readonly loinc: Named
  readonly concept: number
  readonly unit: string
  readonly unitConcept?: number
  readonly places: number
  readonly limits?: readonly [number, number]
}

function plain({ loinc, concept, unit, unitConcept, places, limits }: Plain): Test {
  const units = [{ ucum: unit, spelled: [unit], concept: unitConcept, times: 1, places }]
  return { kind: 'test', loinc, concept, units, ...(limits && { limits: { male: limits, female: limits } }) }
}

/** Measured at every visit, with a middle and a spread. */
export const VITALS: readonly (readonly [Test, number, number])[] = [
  [plain({ loinc: ['29463-7', 'Body weight'], concept: 3025315, unit: 'kg', unitConcept: 9529, places: 1 }), 76, 12],
  [
    plain({
      loinc: ['8480-6', 'Systolic blood pressure'],
      concept: 3004249,
      unit: 'mm[Hg]',
      unitConcept: 8876,
      places: 0,
    }),
    126,
    14,
  ],
  [
    plain({
      loinc: ['8462-4', 'Diastolic blood pressure'],
      concept: 3012888,
      unit: 'mm[Hg]',
      unitConcept: 8876,
      places: 0,
    }),
    78,
    8,
  ],
  [plain({ loinc: ['8867-4', 'Heart rate'], concept: 3027018, unit: '/min', unitConcept: 8541, places: 0 }), 74, 9],
]

/** The metabolic panel: usual limits, and where values lie in health. */
export const PANEL: readonly (readonly [Test, number, number])[] = [
  [
    plain({
      loinc: ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma'],
      concept: 3004501,
      unit: 'mg/dL',
      unitConcept: 8840,
      places: 0,
      limits: [70, 99],
    }),
    92,
    8,
  ],
  [
    plain({
      loinc: ['3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma'],
      concept: 3013682,
      unit: 'mg/dL',
      unitConcept: 8840,
      places: 0,
      limits: [7, 20],
    }),
    13,
    3,
  ],
  [
    plain({
      loinc: ['2947-0', 'Sodium [Moles/volume] in Blood'],
      concept: 3000285,
      unit: 'mmol/L',
      unitConcept: 8753,
      places: 0,
      limits: [135, 145],
    }),
    140,
    2,
  ],
  [
    plain({
      loinc: ['6298-4', 'Potassium [Moles/volume] in Blood'],
      concept: 3005456,
      unit: 'mmol/L',
      unitConcept: 8753,
      places: 1,
      limits: [3.5, 5.1],
    }),
    4.3,
    0.3,
  ],
]

/** Calcium, with its limits. */
export const CALCIUM = plain({
  loinc: ['49765-1', 'Calcium [Mass/volume] in Blood'],
  concept: 3032503,
  unit: 'mg/dL',
  unitConcept: 8840,
  places: 1,
  limits: [8.6, 10.3],
})

/** Two further counts that a blood count prints. */
export const COUNTS: readonly (readonly [Test, number, number])[] = [
  [
    plain({
      loinc: ['6690-2', 'Leukocytes [#/volume] in Blood by Automated count'],
      concept: 3000905,
      unit: '10*3/uL',
      unitConcept: 8848,
      places: 1,
      limits: [4, 11],
    }),
    7,
    1.4,
  ],
  [
    plain({
      loinc: ['787-2', 'MCV [Entitic volume] by Automated count'],
      concept: 3023599,
      unit: 'fL',
      unitConcept: 8583,
      places: 0,
      limits: [80, 100],
    }),
    90,
    4,
  ],
]

/** Vaccines by their CVX code. */
export const SHOTS: readonly [Named, ...Named[]] = [
  ['140', 'Influenza, seasonal, injectable, preservative free'],
  ['113', 'Td (adult) preservative free'],
  ['121', 'zoster'],
]
