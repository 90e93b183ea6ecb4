import type { Chart } from '../chart.ts'
import type { Illness } from '../codes/code.ts'
import { BLOOD, CLONE, DISC, FLUID, GLAND, NERVE, ORGAN, OTHER, POEMS, SKIN } from '../codes/illnesses.ts'
import { TESTS } from '../codes/tests.ts'
import { TREATMENTS } from '../codes/treatments.ts'
import { type Day, FIRST_DAY, LAST_DAY } from '../days.ts'
import { bloodCount, bloods, everyday } from './everyday.ts'
import type { Story } from './story.ts'

/** The day it begins: late enough for years before, early enough for what comes after. */
function onset(chart: Chart): Day {
  return chart.chance.int(FIRST_DAY + 900, LAST_DAY - 2200)
}

/** Weakness and numbness that grow from the feet up. */
export function neuropathy(chart: Chart, day: Day): void {
  const { chance } = chart
  chart.visit(day)
  chart.ill(chance.yes(0.8) ? NERVE.polyneuropathy : NERVE.polyneuropathyElsewhere, day)
  if (chance.yes(0.5)) chart.ill(NERVE.pain, chart.after(day, 1, 0.5))
  chart.report('neuropathy-symmetric', 'symmetric weakness and numbness', day)
  chart.report('ncs-demyelinating', 'nerve conduction: demyelinating', chart.after(day, 1.5, 0.5))
  if (chance.yes(0.4)) chart.measure(TESTS.csfProtein, chart.after(day, 2, 0.5), chance.between(70, 260))
  if (chance.yes(0.4)) chart.ill(NERVE.footDrop, chart.after(day, 6, 2))
}

/** The clone, looked for by immunofixation: a small one, nearly always lambda. */
export function clone(chart: Chart, day: Day, light = 'lambda', heavy?: string): void {
  const { chance } = chart
  if (chance.yes(0.6)) chart.answer(TESTS.spep, day - chance.int(10, 60), chance.yes(0.4) ? 'positive' : 'negative')
  chart.answer(TESTS.immunofixation, day, 'positive')
  chart.report('light-chain', `immunofixation: ${light}`, day, light)
  chart.report('heavy-chain', 'immunofixation, heavy chain', day, heavy ?? (chance.yes(0.6) ? 'IgA' : 'IgG'))
  if (chance.yes(0.5)) chart.measure(TESTS.mProtein, day, chance.between(0.2, 1.1))
  if (chance.yes(0.4)) chart.measure(TESTS.flcLambda, day, chance.between(20, 60))
  if (chance.yes(0.5)) chart.ill(CLONE.mgus, day + chance.int(2, 20))
}

/** Signs of other organs, so many kinds of them, from a day on. */
function organs(chart: Chart, day: Day, kinds: number): void {
  const { chance } = chart
  const male = chart.sex === 'male'
  const fluid: readonly [Illness, ...Illness[]] = [FLUID.edema, FLUID.ascites, FLUID.pleural, FLUID.pericardial]
  const signs: readonly (() => void)[] = [
    () => chart.ill(chance.one([ORGAN.spleen, ORGAN.liver, ORGAN.nodes]), chart.after(day, 3, 3)),
    () => chart.ill(chance.one(fluid), chart.after(day, 4, 3)),
    () => gland(chart, chart.after(day, 5, 3), male),
    () => skin(chart, chart.after(day, 5, 3)),
    () => chart.ill(DISC, chart.after(day, 6, 3)),
    () => platelets(chart, day),
  ]
  for (const sign of chance.some(signs, kinds)) sign()
  beside(chart, day)
}

/** What is often there and in no set of criteria. */
function beside(chart: Chart, day: Day): void {
  const { chance } = chart
  if (chance.yes(0.4)) chart.ill(OTHER.weightLoss, chart.after(day, 4, 3))
  if (chance.yes(0.4)) chart.ill(OTHER.fatigue, chart.after(day, 3, 3))
  if (chance.yes(0.06)) chart.ill(SKIN.clubbing, chart.after(day, 6, 3))
  if (chance.yes(0.08)) chart.ill(OTHER.stroke, chart.after(day, 8, 5))
  if (chance.yes(0.2)) chart.ill(OTHER.kidney, chart.after(day, 9, 5))
  if (chart.sex === 'male' && chance.yes(0.4)) chart.ill(GLAND.erection, chart.after(day, 3, 3))
}

function gland(chart: Chart, day: Day, male: boolean): void {
  const { chance } = chart
  if (male && chance.yes(0.6)) {
    chart.measure(TESTS.testosterone, day, chance.between(60, 260))
    if (chance.yes(0.5)) chart.ill(GLAND.testes, day + 5)
  } else if (chance.yes(0.4)) chart.measure(TESTS.prolactin, day, chance.between(32, 90))
  else if (chance.yes(0.3)) chart.measure(TESTS.cortisol, day, chance.between(1.5, 5))
  else if (chance.yes(0.5)) chart.ill(GLAND.adrenal, day)
  else chart.ill(male ? GLAND.gynecomastia : GLAND.amenorrhea, day)
  if (chance.yes(0.3)) chart.ill(GLAND.thyroid, day + 10)
}

function skin(chart: Chart, day: Day): void {
  const { chance } = chart
  if (chance.yes(0.7)) chart.ill(SKIN.dark, day)
  else chart.ill(SKIN.hair, day)
  if (chance.yes(0.3)) chart.report('white-nails', 'white nails', day)
  if (chance.yes(0.15)) chart.report('glomeruloid-hemangioma', 'skin biopsy: glomeruloid haemangioma', day + 14)
}

function platelets(chart: Chart, day: Day): void {
  const { chance } = chart
  for (const months of [1, 6, 12])
    bloodCount(chart, chart.after(day, months), chance.between(430, 690), chance.about(14.6, 0.4))
  if (chance.yes(0.4)) chart.ill(BLOOD.platelets, chart.after(day, 7))
}

function vegf(chart: Chart, day: Day, low: number, high: number): void {
  const { chance } = chart
  if (chance.yes(0.75)) {
    const value = chance.between(low, high)
    // Beyond what the kit measures the laboratory prints a sign.
    if (value > 5000) chart.measure(TESTS.vegfSerum, day, 5000, '>')
    else chart.measure(TESTS.vegfSerum, day, value)
  } else chart.measure(TESTS.vegfPlasma, day, chance.between(low / 5, high / 5) + 90)
}

function lesion(chart: Chart, day: Day): void {
  chart.report(
    chart.chance.yes(0.7) ? 'sclerotic-bone-lesion' : 'mixed-bone-lesion',
    'CT: bone lesion, sclerotic in part',
    day,
  )
}

function marrow(chart: Chart, day: Day): void {
  chart.report('clonal-marrow-plasma-cells', 'marrow: plasma cells restricted to lambda', day)
  chart.measure(TESTS.marrowPlasmaCells, day, chart.chance.int(1, 8))
}

/** Named, treated, and followed. */
function found(chart: Chart, day: Day): void {
  const { chance } = chart
  chart.ill(POEMS, day)
  const start = chart.after(day, 1, 0.5)
  if (chance.yes(0.2))
    chart.treat(TREATMENTS.radiotherapy, start, chart.after(start, 1), { against: 'poems', response: 'good' })
  else {
    const drug = chance.one([TREATMENTS.lenalidomide, TREATMENTS.bortezomib, TREATMENTS.daratumumab])
    chart.treat(drug, start, chart.after(start, 6), {
      against: 'poems',
      response: chance.yes(0.8) ? 'good' : 'partial',
      line: 1,
    })
    chart.treat(TREATMENTS.dexamethasone, start, chart.after(start, 6))
    if (chance.yes(0.4)) {
      chart.treat(TREATMENTS.melphalan, chart.after(start, 7), chart.after(start, 7) + 1)
      chart.treat(TREATMENTS.transplant, chart.after(start, 7) + 2, undefined, {
        against: 'poems',
        response: 'good',
        line: 2,
      })
    }
  }
  for (let month = 6; month < 36; month += 6) {
    const visit = chart.after(start, month)
    chart.visit(visit)
    chart.measure(TESTS.vegfSerum, visit, Math.max(120, 900 / month + chance.between(0, 300)))
    bloods(chart, visit)
  }
}

function before(chart: Chart, day: Day): void {
  everyday(chart, FIRST_DAY, day - 60, chart.chance.int(2, 6))
}

/** Treated as CIDP, to no avail. Gives the day on which somebody looks again. */
function asCidp(chart: Chart, day: Day): Day {
  const { chance } = chart
  chart.ill(NERVE.cidp, chart.after(day, 2, 1))
  const start = chart.after(day, 3, 0.5)
  const until = chart.after(day, chance.int(9, 30))
  const response = chance.yes(0.8) ? 'none' : 'worse'
  chart.treat(TREATMENTS.ivig, start, chart.after(start, 6), { against: 'cidp', response, line: 1 })
  if (chance.yes(0.7)) {
    const steroids = chart.after(start, chance.int(3, 6))
    const answer = chance.yes(0.25) ? 'partial' : 'none'
    chart.treat(TREATMENTS.steroids, steroids, chart.after(steroids, 8), { against: 'cidp', response: answer, line: 2 })
  }
  return until
}

/** What a centre finds when it looks: clone, VEGF, lesion, marrow. */
function workup(chart: Chart, day: Day, strong: boolean): void {
  const { chance } = chart
  clone(chart, day)
  if (strong || chance.yes(0.8)) vegf(chart, day + 1, strong ? 1100 : 560, strong ? 7000 : 940)
  if (chance.yes(strong ? 0.6 : 0.1)) lesion(chart, day + chance.int(3, 20))
  if (chance.yes(0.6)) marrow(chart, day + chance.int(5, 25))
  if (chance.yes(0.3)) chart.answer(TESTS.urineImmunofixation, day, chance.yes(0.4) ? 'positive' : 'negative')
  if (chance.yes(0.2)) chart.ill(OTHER.pulmonaryHypertension, day + 12)
}

export const POEMS_STORIES: readonly Story[] = [
  { name: 'poems-classical', poems: true, ages: [30, 85], population: 60, study: 110_000, tell: classical },
  { name: 'poems-labelled-cidp', poems: true, ages: [30, 85], population: 80, study: 140_000, tell: labelled },
  { name: 'poems-missed', poems: true, ages: [30, 85], population: 50, study: 60_000, tell: missed },
  { name: 'poems-weak-evidence', poems: true, ages: [30, 85], population: 20, study: 40_000, tell: weak },
  { name: 'poems-with-castleman', poems: true, ages: [25, 80], population: 20, study: 40_000, tell: castleman },
  { name: 'poems-treated-elsewhere', poems: true, ages: [30, 85], population: 10, study: 20_000, tell: elsewhere },
]

function classical(chart: Chart): void {
  const day = onset(chart)
  before(chart, day)
  neuropathy(chart, day)
  organs(chart, day, chart.chance.int(2, 5))
  const look = chart.after(day, chart.chance.int(9, 16))
  workup(chart, look, true)
  found(chart, chart.after(look, 1.5, 0.4))
}

function labelled(chart: Chart): void {
  const day = onset(chart)
  before(chart, day)
  neuropathy(chart, day)
  organs(chart, chart.after(day, 4), chart.chance.int(2, 4))
  const look = asCidp(chart, day)
  workup(chart, look, chart.chance.yes(0.85))
  found(chart, chart.after(look, 1.5, 0.4))
}

/** Everything is in the chart, in many hands, and nobody put it together. */
function missed(chart: Chart): void {
  const day = onset(chart)
  before(chart, day)
  neuropathy(chart, day)
  organs(chart, day, chart.chance.int(2, 5))
  if (chart.chance.yes(0.6)) asCidp(chart, day)
  const look = chart.after(day, chart.chance.int(8, 30))
  clone(chart, look)
  vegf(chart, chart.after(look, 3, 2), 700, 5200)
  everyday(chart, look, LAST_DAY, 3)
}

function weak(chart: Chart): void {
  const day = onset(chart)
  before(chart, day)
  neuropathy(chart, day)
  organs(chart, day, 1)
  const look = chart.after(day, 10, 4)
  clone(chart, look)
  vegf(chart, look + 3, 560, 930)
}

/** Castleman disease on biopsy, with a neuropathy and a clone. */
function castleman(chart: Chart): void {
  const day = onset(chart)
  before(chart, day)
  neuropathy(chart, day)
  const look = chart.after(day, 8, 3)
  chart.ill(ORGAN.nodes, look - 20)
  if (chart.chance.yes(0.7))
    chart.report('castleman-histology', 'node biopsy: Castleman disease, hyaline vascular', look)
  chart.ill(CLONE.castleman, look + 4)
  clone(chart, chart.after(look, 1))
  if (chart.chance.yes(0.6)) organs(chart, day, chart.chance.int(1, 3))
  if (chart.chance.yes(0.5)) vegf(chart, chart.after(look, 1) + 2, 600, 3000)
  if (chart.chance.yes(0.7)) found(chart, chart.after(look, 3))
}

/** Diagnosed and treated in another hospital: a diagnosis and follow-up, and little of what it rests on. */
function elsewhere(chart: Chart): void {
  const day = onset(chart)
  chart.ill(POEMS, day)
  chart.ill(NERVE.polyneuropathy, day + 4)
  found(chart, chart.after(day, 2))
  if (chart.chance.yes(0.5)) chart.ill(CLONE.mgus, day + 6)
  if (chart.chance.yes(0.4)) chart.ill(FLUID.edema, chart.after(day, 3))
}
