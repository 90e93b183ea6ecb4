import type { Chart } from '../chart.ts'
import { CLONE, FLUID, GLAND, NERVE, ORGAN, POEMS } from '../codes/illnesses.ts'
import { TESTS } from '../codes/tests.ts'
import { TREATMENTS } from '../codes/treatments.ts'
import { type Day, FIRST_DAY, LAST_DAY } from '../days.ts'
import { bloodCount, everyday } from './everyday.ts'
import type { Story } from './story.ts'
import { anyClone, judgement, lookedForAll, nerves, signs } from './variety.ts'

/** People about whom one may well argue: many signs in any order, searches without result, evidence with a catch. */
export const DOUBT: readonly Story[] = [
  { name: 'near-no-minor', ages: [35, 85], population: 15, study: 40_000, tell: noMinor },
  { name: 'near-signs-without-clone', ages: [35, 88], population: 60, study: 45_000, tell: signsOnly },
  { name: 'near-signs-with-clone', ages: [35, 88], population: 40, study: 50_000, tell: signsAndClone },
  { name: 'near-evidence-with-a-catch', ages: [40, 88], population: 15, study: 60_000, tell: withCatch },
  { name: 'cidp-not-responding', ages: [25, 85], population: 15, study: 45_000, tell: notResponding },
  { name: 'poems-labelled-gbs', poems: true, ages: [30, 85], population: 10, study: 25_000, tell: labelledGbs },
]

function begin(chart: Chart): Day {
  const day = chart.chance.int(FIRST_DAY + 400, LAST_DAY - 1200)
  everyday(chart, FIRST_DAY, day, 2)
  return day
}

/** Nerves, clone and another major criterion; the rest was looked for. */
function noMinor(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  nerves(chart, day)
  const judged = chance.yes(0.3)
  if (!judged || chance.yes(0.7)) anyClone(chart, chart.after(day, 3, 1))
  if (!judged || chance.yes(0.7)) major(chart, chart.after(day, 4, 1))
  if (judged) judgement(chart, chart.after(day, 5, 1))
  if (!judged || chance.yes(0.3)) lookedForAll(chart, chart.after(day, 6, 1))
  const later = chart.after(day, 9, 1)
  if (chance.yes(0.2)) chart.ill(GLAND.diabetes, later)
  if (chance.yes(0.2)) chart.measure(TESTS.tsh, later, chance.between(7, 20))
  if (chance.yes(0.2)) signs(chart, later, 1)
  if (chart.sex === 'male' && chance.yes(0.1)) chart.ill(GLAND.erection, later)
}

function major(chart: Chart, day: Day): void {
  const { chance } = chart
  chance.one([
    () => chart.measure(TESTS.vegfSerum, day, chance.between(560, 2600)),
    () => chart.measure(TESTS.vegfPlasma, day, chance.between(100, 420)),
    () => chart.report('sclerotic-bone-lesion', 'CT: sclerotic lesion', day),
    () => chart.report('mixed-bone-lesion', 'CT: mixed lesion', day),
    () => chart.report('castleman-histology', 'node biopsy: Castleman disease', day),
    () => chart.ill(CLONE.castleman, day),
  ])()
}

function signsOnly(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  nerves(chart, day)
  signs(chart, chart.after(day, 2, 1), chance.int(1, 4))
  for (const [key, words] of EXPLAINS) if (chance.yes(0.08)) chart.report(key, words, chart.after(day, 1, 1))
  if (chance.yes(0.5)) searched(chart, chart.after(day, 5, 2))
}

const EXPLAINS = [
  ['heart-failure', 'echocardiography: heart failure'],
  ['cirrhosis', 'ultrasound: cirrhosis of the liver'],
  ['nephrotic-syndrome', 'nephrotic syndrome'],
] as const

/** The clone is looked for nearly everywhere, and is not there. */
function searched(chart: Chart, day: Day): void {
  const { chance } = chart
  if (chance.yes(0.85)) chart.answer(TESTS.immunofixation, day, 'negative')
  if (chance.yes(0.85)) chart.answer(TESTS.urineImmunofixation, day, 'negative')
  if (chance.yes(0.85)) chart.report('clonal-marrow-plasma-cells', 'marrow: polytypic plasma cells', day + 8, false)
  if (chance.yes(0.5)) chart.report('plasmacytoma', 'no plasmacytoma', day + 9, false)
  for (const key of ['sclerotic-bone-lesion', 'mixed-bone-lesion', 'lytic-bone-lesion'])
    if (chance.yes(0.85)) chart.report(key, 'CT: no such lesion', day + 10, false)
  if (chance.yes(0.4)) chart.measure(TESTS.vegfSerum, day, chance.between(150, 450))
  if (chance.yes(0.3)) chart.measure(TESTS.vegfPlasma, day, chance.between(35, 82))
}

function signsAndClone(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  nerves(chart, day)
  if (chance.yes(0.3)) chart.treat(TREATMENTS.steroids, chart.after(day, 1), chart.after(day, 6))
  signs(chart, chart.after(day, 3, 2), chance.int(1, 3))
  anyClone(chart, chart.after(day, 4, 2))
  if (chance.yes(0.8)) major(chart, chart.after(day, 5, 2))
}

/** The counts are reached with weight, and something speaks against it. */
function withCatch(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  nerves(chart, day)
  const look = chart.after(day, 5, 2)
  chart.answer(TESTS.immunofixation, look, 'positive')
  signs(chart, chart.after(day, 2, 1), 3)
  const strong = () => chart.measure(TESTS.vegfSerum, look + 1, chance.between(1200, 4000))
  const caught = [
    () => chart.report('heavy-chain', 'immunofixation, heavy chain', look, 'IgM'),
    () => chart.answer(TESTS.antiMag, look + 9, 'positive'),
    () => chart.report('amyloid-on-biopsy', 'fat biopsy: amyloid', look + 20),
    () => herpesvirus(chart, look),
    () => myelomaToo(chart, look),
  ] as const
  if (chance.yes(0.6)) {
    strong()
    chance.one(caught)()
  } else if (chance.yes(0.5)) disagreeing(chart, look)
  else afterTreatment(chart, look)
}

function herpesvirus(chart: Chart, day: Day): void {
  chart.report('castleman-histology', 'node biopsy: Castleman disease', day + 12)
  chart.report('hhv8-infection', 'lymph node with human herpesvirus 8', day + 13)
}

function myelomaToo(chart: Chart, day: Day): void {
  const { chance } = chart
  chart.measure(TESTS.marrowPlasmaCells, day + 7, chance.int(8, 30))
  chance.one([
    () => bloodCount(chart, day + 2, 230, chance.between(8, 10.5)),
    () => chart.report('hypercalcemia', 'calcium above its limit', day + 2),
    () => chart.report('lytic-bone-lesion', 'CT: lytic lesion', day + 5),
  ])()
}

/** Serum and plasma do not say the same. */
function disagreeing(chart: Chart, day: Day): void {
  const { chance } = chart
  const serum = chance.yes(0.5)
  chart.measure(TESTS.vegfSerum, day, serum ? chance.between(1100, 2500) : chance.between(150, 420))
  chart.measure(TESTS.vegfPlasma, day + 2, serum ? chance.between(35, 80) : chance.between(230, 500))
}

/** VEGF is first measured when the plasma cells are being treated. */
function afterTreatment(chart: Chart, day: Day): void {
  const { chance } = chart
  const treatments = [TREATMENTS.bortezomib, TREATMENTS.lenalidomide, TREATMENTS.radiotherapy] as const
  chart.treat(chance.one(treatments), day + 10, chart.after(day, 6))
  const test = chance.one([TESTS.vegfSerum, TESTS.vegfPlasma])
  chart.measure(test, chart.after(day, 2), test === TESTS.vegfSerum ? 1900 : 340)
}

/** Treated as a neuropathy of another kind, to no avail, with one further feature or none. */
function notResponding(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  const against = chance.one(['cidp', 'cidp', 'mgus-neuropathy', 'diabetic-neuropathy'] as const)
  if (against === 'cidp') chart.ill(NERVE.cidp, day)
  const drug = chance.one([TREATMENTS.ivig, TREATMENTS.steroids, TREATMENTS.rituximab])
  const response = chance.one(['none', 'worse', 'partial'] as const)
  chart.treat(drug, day + 30, chart.after(day, 7), { against, response, line: 1 })
  const later = chart.after(day, 4, 2)
  const lesion = chance.yes(0.15)
  if (lesion) chart.report('sclerotic-bone-lesion', 'CT: sclerotic lesion', later)
  else if (chart.sex === 'male' && chance.yes(0.15)) chart.ill(GLAND.erection, later)
  else signs(chart, later, chance.int(0, 2))
}

/** A beginning like Guillain-Barré syndrome, then one thing after another. */
function labelledGbs(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart)
  chart.visit(day, 'inpatient')
  chart.ill(NERVE.gbs, day)
  chart.treat(TREATMENTS.ivig, day + 1, day + 6, { against: 'gbs', response: 'none', line: 1 })
  if (chance.yes(0.3)) chart.ill(ORGAN.spleen, chart.after(day, 3, 1))
  if (chance.yes(0.7)) signs(chart, chart.after(day, 3, 2), chance.int(1, 2))
  if (chance.yes(0.5)) anyClone(chart, chart.after(day, 8, 3))
  if (chance.yes(0.5)) major(chart, chart.after(day, 9, 3))
  if (chance.yes(0.3)) chart.ill(FLUID.edema, chart.after(day, 6, 2))
  if (chance.yes(0.4)) chart.ill(POEMS, chart.after(day, 14, 2))
}
