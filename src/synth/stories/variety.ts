import type { Chart } from '../chart.ts'
import type { Illness } from '../codes/code.ts'
import { BLOOD, CLONE, DISC, FLUID, GLAND, NERVE, ORGAN, SKIN } from '../codes/illnesses.ts'
import { TESTS } from '../codes/tests.ts'
import type { Day } from '../days.ts'

/** A sign as it may come into a chart: coded, or in the words of a report. */
type Sign = (chart: Chart, day: Day) => void

const coded =
  (what: Illness): Sign =>
  (chart, day) =>
    chart.ill(what, day)
const told =
  (key: string, words: string): Sign =>
  (chart, day) =>
    chart.report(key, words, day)

const ORGANS: readonly Sign[] = [
  coded(ORGAN.liver),
  coded(ORGAN.spleen),
  coded(ORGAN.nodes),
  told('multicentric-lymphadenopathy', 'CT: enlarged nodes in several regions'),
]
const FLUIDS: readonly Sign[] = [
  coded(FLUID.edema),
  coded(FLUID.pleural),
  coded(FLUID.ascites),
  coded(FLUID.pericardial),
  told('anasarca', 'fluid everywhere: anasarca'),
]
const GLANDS: readonly Sign[] = [
  coded(GLAND.adrenal),
  coded(GLAND.prolactin),
  told('hypopituitarism', 'pituitary failure'),
  told('hypoparathyroidism', 'parathyroid failure'),
  told('hyperparathyroidism', 'parathyroid hormone raised'),
  (chart, day) => chart.ill(chart.sex === 'male' ? GLAND.gynecomastia : GLAND.amenorrhea, day),
]
const SKINS: readonly Sign[] = [
  coded(SKIN.dark),
  coded(SKIN.hair),
  told('glomeruloid-hemangioma', 'skin biopsy: glomeruloid haemangioma'),
  told('plethora', 'plethoric face'),
  told('acrocyanosis', 'acrocyanosis'),
  told('flushing', 'flushing'),
  told('white-nails', 'white nails'),
]
const COUNTS: readonly Sign[] = [
  coded(BLOOD.platelets),
  coded(BLOOD.redCells),
  (chart, day) => chart.measure(TESTS.platelets, day, chart.chance.between(460, 640)),
  (chart, day) => chart.measure(TESTS.hemoglobin, day, chart.chance.between(17.9, 19)),
]
const SYSTEMS: readonly (readonly Sign[])[] = [ORGANS, FLUIDS, GLANDS, SKINS, COUNTS, [coded(DISC)]]

/** One sign each of so many systems. */
export function signs(chart: Chart, day: Day, systems: number): void {
  const { chance } = chart
  for (const list of chance.some(SYSTEMS, systems))
    list[chance.int(0, list.length - 1)]?.(chart, chart.after(day, 2, 2))
}

/** A polyneuropathy, or what amounts to one: loss of feeling or strength in its pattern. */
export function nerves(chart: Chart, day: Day): void {
  const { chance } = chart
  if (chance.yes(0.6)) chart.ill(NERVE.polyneuropathy, day)
  else {
    chart.ill(chance.one([NERVE.sensory, NERVE.motor]), day)
    const patterns = ['neuropathy-symmetric', 'neuropathy-distal-onset', 'ncs-demyelinating', 'ncs-axonal'] as const
    if (chance.yes(0.9)) chart.report(chance.one(patterns), 'the pattern of the neuropathy', day + 3)
  }
}

/** A clone, shown in one way of several. */
export function anyClone(chart: Chart, day: Day): void {
  const { chance } = chart
  chance.one([
    () => chart.answer(TESTS.immunofixation, day, 'positive'),
    () => chart.answer(TESTS.urineImmunofixation, day, 'positive'),
    () => chart.answer(TESTS.spep, day, 'positive'),
    () => chart.report('monoclonal-protein', 'letter: a monoclonal protein is known', day),
    () => chart.report('clonal-marrow-plasma-cells', 'marrow: plasma cells restricted to lambda', day),
    () => chart.report('plasmacytoma', 'bone biopsy: plasmacytoma', day),
    () => chart.ill(CLONE.mgus, day),
    () => chart.ill(CLONE.myeloma, day),
  ])()
}

const LOOKED_FOR: readonly (readonly string[])[] = [
  ['hepatomegaly', 'splenomegaly', 'lymphadenopathy'],
  ['peripheral-edema', 'pleural-effusion', 'ascites', 'anasarca', 'pericardial-effusion'],
  [
    'hypogonadism',
    'adrenal-insufficiency',
    'hyperprolactinemia',
    'hypopituitarism',
    'hyperparathyroidism',
    'hypoparathyroidism',
    'gynecomastia',
    'amenorrhea',
    'erectile-dysfunction',
    'diabetes-mellitus',
    'glucose-intolerance',
    'hypothyroidism',
  ],
  [
    'hyperpigmentation',
    'hypertrichosis',
    'glomeruloid-hemangioma',
    'plethora',
    'acrocyanosis',
    'flushing',
    'white-nails',
  ],
  ['papilledema'],
  ['thrombocytosis', 'polycythemia'],
]

/** Somebody looks for every sign, finds none, and now and then forgets one. */
export function lookedForAll(chart: Chart, day: Day): void {
  for (const key of LOOKED_FOR.flat())
    if (chart.chance.yes(0.95)) chart.report(key, `looked for and not found: ${key}`, day, false)
}

const JUDGED = [
  'organomegaly',
  'volume-overload',
  'endocrinopathy',
  'skin-changes',
  'sclerotic-lesion',
  'clonal-plasma-cell-disorder',
] as const

/** A clinician says of a whole group whether it is there. */
export function judgement(chart: Chart, day: Day): void {
  const { chance } = chart
  chart.report(chance.one(JUDGED), 'in the judgement of the clinician', day, chance.yes(0.5))
}
