import type { RawRecord } from '../record.ts'
import { read } from './read.ts'

/**
 * The limit: the rule in three values over columns of masks, written out by hand. Each finding is a bit of one of three
 * words, once for "present" and once for "absent".
 */
const WORDS: readonly (readonly string[])[] = [
  [
    'polyneuropathy',
    'treated-as-neuropathy',
    'neuropathy-sensory',
    'neuropathy-motor',
    'neuropathy-symmetric',
    'neuropathy-distal-onset',
    'ncs-demyelinating',
    'ncs-axonal',
    'm-protein-ife',
    'm-protein-urine',
    'm-protein-spep',
    'monoclonal-protein',
    'clonal-marrow-plasma-cells',
    'plasmacytoma',
    'clonal-plasma-cell-disorder',
    'mgus',
    'multiple-myeloma',
    'castleman-histology',
    'castleman-disease',
    'sclerotic-bone-lesion',
    'mixed-bone-lesion',
    'lytic-bone-lesion',
    'sclerotic-lesion',
    'vegf-raised',
  ],
  [
    'hepatomegaly',
    'splenomegaly',
    'lymphadenopathy',
    'multicentric-lymphadenopathy',
    'organomegaly',
    'peripheral-edema',
    'pleural-effusion',
    'ascites',
    'anasarca',
    'pericardial-effusion',
    'volume-overload',
    'unexplained-fluid',
    'heart-failure',
    'cirrhosis',
    'nephrotic-syndrome',
    'fluid-beyond-its-cause',
    'papilledema',
    'thrombocytosis',
    'polycythemia',
  ],
  [
    'hypogonadism',
    'adrenal-insufficiency',
    'hyperprolactinemia',
    'hypopituitarism',
    'hyperparathyroidism',
    'hypoparathyroidism',
    'gynecomastia',
    'amenorrhea',
    'endocrinopathy',
    'erectile-dysfunction',
    'erectile-dysfunction-from-hypogonadism',
    'diabetes-mellitus',
    'glucose-intolerance',
    'hypothyroidism',
    'weak-endocrine-axes-count',
    'male',
    'female',
    'hyperpigmentation',
    'hypertrichosis',
    'glomeruloid-hemangioma',
    'plethora',
    'acrocyanosis',
    'flushing',
    'white-nails',
    'skin-changes',
  ],
]

const PLACES = new Map(WORDS.flatMap((keys, word) => keys.map((key, bit) => [key, { word, mask: 1 << bit }] as const)))

function mask(...keys: readonly string[]): number {
  return keys.reduce((bits, key) => bits | (PLACES.get(key)?.mask ?? 0), 0)
}

/** Present bits of the three words, then absent bits. */
export type Masks = readonly [number, number, number, number, number, number]

export function masksOf(record: RawRecord, asOf: string): Masks {
  const masks: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0]
  read(record, asOf, (key, present) => {
    const place = PLACES.get(key)
    if (place === undefined) return
    const word = present ? place.word : place.word + 3
    masks[word] = (masks[word] as number) | place.mask
  })
  // Present once said so, whatever else is said.
  for (let word = 0; word < 3; word++) masks[word + 3] = (masks[word + 3] as number) & ~(masks[word] as number)
  return masks
}

/** One array per word, records side by side. */
export type Columns = readonly [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

export function columnsOf(rows: readonly Masks[]): Columns {
  const column = (word: 0 | 1 | 2 | 3 | 4 | 5) => Int32Array.from(rows, (row) => row[word])
  return [column(0), column(1), column(2), column(3), column(4), column(5)]
}

const STATED = mask('polyneuropathy')
const NEUROPATHY = STATED | mask('treated-as-neuropathy')
const KIND = mask('neuropathy-sensory', 'neuropathy-motor')
const PATTERN = mask('neuropathy-symmetric', 'neuropathy-distal-onset', 'ncs-demyelinating', 'ncs-axonal')
const CLONE = mask(
  'm-protein-ife',
  'm-protein-urine',
  'm-protein-spep',
  'monoclonal-protein',
  'clonal-marrow-plasma-cells',
  'plasmacytoma',
  'clonal-plasma-cell-disorder',
  'mgus',
  'multiple-myeloma',
)
const CLONE_TESTS = mask('m-protein-ife', 'm-protein-urine', 'clonal-marrow-plasma-cells')
const CLONE_JUDGED = mask('clonal-plasma-cell-disorder')
const PLASMACYTOMA = mask('plasmacytoma')
const LESIONS = mask('sclerotic-bone-lesion', 'mixed-bone-lesion', 'lytic-bone-lesion')
const CASTLEMAN = mask('castleman-histology', 'castleman-disease')
const HISTOLOGY = mask('castleman-histology')
const SCLEROTIC = mask('sclerotic-bone-lesion', 'mixed-bone-lesion')
const SCLEROTIC_JUDGED = mask('sclerotic-lesion')
const VEGF = mask('vegf-raised')
const MAJOR = CASTLEMAN | SCLEROTIC | SCLEROTIC_JUDGED | VEGF
const ORGANS = mask('hepatomegaly', 'splenomegaly', 'lymphadenopathy')
const ORGANS_JUDGED = mask('organomegaly')
const ORGANS_ALL = ORGANS | ORGANS_JUDGED | mask('multicentric-lymphadenopathy')
const FLUID = mask('peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion')
const FLUID_JUDGED = mask('volume-overload')
const UNEXPLAINED = mask('unexplained-fluid')
const CAUSES = mask('heart-failure', 'cirrhosis', 'nephrotic-syndrome')
const FLUID_ANSWER = mask('fluid-beyond-its-cause')
const PAPILLEDEMA = mask('papilledema')
const COUNTS = mask('thrombocytosis', 'polycythemia')
const AXES = mask(
  'hypogonadism',
  'adrenal-insufficiency',
  'hyperprolactinemia',
  'hypopituitarism',
  'hyperparathyroidism',
  'hypoparathyroidism',
)
const ENDOCRINE = AXES | mask('gynecomastia', 'amenorrhea', 'endocrinopathy')
const ENDOCRINE_JUDGED = mask('endocrinopathy')
const ERECTILE = mask('erectile-dysfunction')
const ERECTILE_ANSWER = mask('erectile-dysfunction-from-hypogonadism')
const SUGAR = mask('diabetes-mellitus', 'glucose-intolerance')
const THYROID = mask('hypothyroidism')
const WEAK_ANSWER = mask('weak-endocrine-axes-count')
const MALE = mask('male')
const FEMALE = mask('female')
const BREASTS = mask('gynecomastia')
const PERIODS = mask('amenorrhea')
const SKIN = mask(
  'hyperpigmentation',
  'hypertrichosis',
  'glomeruloid-hemangioma',
  'plethora',
  'acrocyanosis',
  'flushing',
  'white-nails',
)
const SKIN_JUDGED = mask('skin-changes')

/** The rule over one row of masks: 0 false, 1 true, 2 unknown. */
export function codeOf([p0, p1, p2, a0, a1, a2]: Masks): 0 | 1 | 2 {
  return judge(p0, p1, p2, a0, a1, a2)
}

/** How many rows of the columns are met. */
export function countMet([p0, p1, p2, a0, a1, a2]: Columns): number {
  let count = 0
  for (let i = 0; i < p0.length; i++) {
    const row = [p0[i], p1[i], p2[i], a0[i], a1[i], a2[i]] as Masks
    if (judge(row[0], row[1], row[2], row[3], row[4], row[5]) === 1) count++
  }
  return count
}

function judge(p0: number, p1: number, p2: number, a0: number, a1: number, a2: number): 0 | 1 | 2 {
  const neuropathy = (p0 & NEUROPATHY) !== 0 || ((p0 & KIND) !== 0 && (p0 & PATTERN) !== 0)
  const clone = (p0 & CLONE) !== 0
  const asked = (p1 & UNEXPLAINED) !== 0 && (p1 & CAUSES) !== 0
  const fluid = (p1 & (asked ? FLUID_ANSWER : FLUID | FLUID_JUDGED)) !== 0
  const minor = fluid || (p1 & (ORGANS_ALL | PAPILLEDEMA | COUNTS)) !== 0 || (p2 & (SKIN | SKIN_JUDGED)) !== 0
  if (neuropathy && clone && (p0 & MAJOR) !== 0 && (minor || endocrine(p2, a2) === 1)) return 1
  if (!neuropathy && (a0 & STATED) !== 0) return 0
  if (!clone && noClone(a0)) return 0
  if ((p0 & MAJOR) === 0 && noMajor(a0)) return 0
  return !minor && noMinor(a1, p2, a2, asked) ? 0 : 2
}

function noClone(a0: number): boolean {
  const lesionOut = (a0 & PLASMACYTOMA) !== 0 || (a0 & LESIONS) === LESIONS
  return ((a0 & CLONE_TESTS) === CLONE_TESTS && lesionOut) || (a0 & CLONE_JUDGED) !== 0
}

function noMajor(a0: number): boolean {
  const lesionOut = (a0 & SCLEROTIC) === SCLEROTIC || (a0 & SCLEROTIC_JUDGED) !== 0
  return (a0 & HISTOLOGY) !== 0 && lesionOut && (a0 & VEGF) !== 0
}

function noMinor(a1: number, p2: number, a2: number, asked: boolean): boolean {
  const organsOut = (a1 & ORGANS) === ORGANS || (a1 & ORGANS_JUDGED) !== 0
  const fluidOut = asked ? (a1 & FLUID_ANSWER) !== 0 : (a1 & FLUID) === FLUID || (a1 & FLUID_JUDGED) !== 0
  const skinOut = (a2 & SKIN) === SKIN || (a2 & SKIN_JUDGED) !== 0
  const restOut = (a1 & PAPILLEDEMA) !== 0 && (a1 & COUNTS) === COUNTS
  return organsOut && fluidOut && skinOut && restOut && endocrine(p2, a2) === 0
}

function endocrine(p2: number, a2: number): 0 | 1 | 2 {
  if ((p2 & ENDOCRINE) !== 0) return 1
  const weakOut = (a2 & SUGAR) === SUGAR || (a2 & THYROID) !== 0
  const axesOut = (a2 & AXES) === AXES && (a2 & BREASTS || p2 & FEMALE) && (a2 & PERIODS || p2 & MALE)
  if ((axesOut && weakOut && (a2 & ERECTILE || p2 & FEMALE)) || (a2 & ENDOCRINE_JUDGED) !== 0) return 0
  const answer = (p2 & ERECTILE) !== 0 ? ERECTILE_ANSWER : (p2 & SUGAR) !== 0 && (p2 & THYROID) !== 0 ? WEAK_ANSWER : 0
  return (p2 & answer) !== 0 ? 1 : (a2 & answer) !== 0 ? 0 : 2
}
