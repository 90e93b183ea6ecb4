import type { Chart } from '../chart.ts'
import { BLOOD, CLONE, FLUID, NERVE, ORGAN, OTHER, SKIN } from '../codes/illnesses.ts'
import { CALCIUM, LASTING } from '../codes/ordinary.ts'
import { TESTS } from '../codes/tests.ts'
import { TREATMENTS } from '../codes/treatments.ts'
import { type Day, FIRST_DAY, LAST_DAY } from '../days.ts'
import { bloodCount, bloods, diabetes, everyday } from './everyday.ts'
import { clone } from './poems.ts'
import type { Story } from './story.ts'

/** Other diseases that share a part of the picture. */
export const MIMICS: readonly Story[] = [
  { name: 'cidp-responding', ages: [25, 85], population: 30, study: 50_000, tell: cidp },
  { name: 'gbs', ages: [18, 85], population: 20, study: 25_000, tell: gbs },
  { name: 'mgus-anti-mag', ages: [50, 88], population: 20, study: 30_000, tell: antiMag },
  { name: 'diabetic-neuropathy', ages: [45, 90], population: 300, study: 40_000, tell: diabetic },
  { name: 'al-amyloidosis', ages: [50, 88], population: 10, study: 20_000, tell: amyloidosis },
  { name: 'attr-amyloidosis', ages: [50, 88], population: 5, study: 15_000, tell: transthyretin },
  { name: 'multiple-myeloma', ages: [50, 90], population: 40, study: 25_000, tell: myeloma },
  { name: 'essential-thrombocythemia', ages: [40, 85], population: 30, study: 20_000, tell: thrombocythemia },
  { name: 'polycythemia-vera', ages: [40, 85], population: 25, study: 15_000, tell: polycythemia },
  { name: 'lymphoma', ages: [30, 88], population: 40, study: 15_000, tell: lymphoma },
  { name: 'imcd', ages: [25, 75], population: 5, study: 15_000, tell: imcd },
  { name: 'vasculitic-neuropathy', ages: [35, 85], population: 15, study: 15_000, tell: vasculitis },
  { name: 'mgus-alone', ages: [55, 92], population: 60, study: 25_000, tell: mgus },
]

function begin(chart: Chart, visits: number): Day {
  const day = chart.chance.int(FIRST_DAY + 500, LAST_DAY - 1400)
  everyday(chart, FIRST_DAY, day, visits)
  return day
}

function cidp(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 3)
  chart.ill(NERVE.cidp, day)
  chart.report('ncs-conduction-block', 'nerve conduction: conduction block', day)
  chart.report('ncs-demyelinating', 'nerve conduction: demyelinating', day)
  chart.measure(TESTS.csfProtein, day + 4, chance.between(60, 200))
  if (chance.yes(0.6)) chart.answer(TESTS.immunofixation, day + 6, 'negative')
  const response = chance.yes(0.85) ? 'good' : 'partial'
  chart.treat(TREATMENTS.ivig, day + 20, chart.after(day, 30), { against: 'cidp', response, line: 1 })
  bloods(chart, chart.after(day, 1))
}

function gbs(chart: Chart): void {
  const day = begin(chart, 3)
  chart.visit(day, 'inpatient')
  chart.ill(NERVE.gbs, day)
  chart.report('neuropathy-ascending', 'ascending weakness', day)
  chart.treat(TREATMENTS.ivig, day + 1, day + 6, { against: 'gbs', response: 'good', line: 1 })
  chart.measure(TESTS.csfProtein, day + 8, chart.chance.between(60, 180))
  bloods(chart, day + 1)
}

/** The trap: IgM, a mildly raised VEGF and some oedema reach the counts of the rule. */
function antiMag(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 4)
  chart.ill(NERVE.polyneuropathy, day)
  chart.report('neuropathy-sensory', 'sensory loss, slowly growing', day)
  clone(chart, chart.after(day, 4, 1), chance.yes(0.7) ? 'kappa' : 'lambda', 'IgM')
  chart.answer(TESTS.antiMag, chart.after(day, 6, 1), 'positive')
  if (chance.yes(0.5)) chart.measure(TESTS.vegfSerum, chart.after(day, 6, 1), chance.between(520, 700))
  if (chance.yes(0.5)) chart.ill(FLUID.edema, chart.after(day, 8, 3))
  if (chance.yes(0.5))
    chart.treat(TREATMENTS.rituximab, chart.after(day, 12), chart.after(day, 13), {
      against: 'mgus-neuropathy',
      response: chance.yes(0.5) ? 'partial' : 'none',
    })
}

function diabetic(chart: Chart): void {
  const day = begin(chart, 5)
  diabetes(chart, day - 400, true)
  if (chart.chance.yes(0.3)) chart.ill(LASTING.neuropathy, day)
  if (chart.chance.yes(0.2)) chart.ill(FLUID.edema, chart.after(day, 10, 4))
  if (chart.chance.yes(0.1)) chart.ill(CLONE.mgus, chart.after(day, 20, 4))
}

function amyloidosis(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 3)
  chart.ill(NERVE.polyneuropathy, day)
  if (chance.yes(0.6)) chart.ill(NERVE.autonomic, chart.after(day, 3, 1))
  const look = chart.after(day, 10, 3)
  clone(chart, look, chance.yes(0.79) ? 'lambda' : 'kappa', 'IgG')
  chart.ill(CLONE.amyloidosis, look + 20)
  chart.report('amyloid-on-biopsy', 'fat biopsy: amyloid', look + 18)
  chart.ill(FLUID.edema, chart.after(day, 6, 3))
  if (chance.yes(0.5)) chart.measure(TESTS.vegfSerum, look, chance.between(150, 640))
  chart.treat(TREATMENTS.bortezomib, chart.after(look, 1), chart.after(look, 6), {
    against: 'amyloidosis',
    response: 'partial',
    line: 1,
  })
}

function transthyretin(chart: Chart): void {
  const day = begin(chart, 3)
  chart.ill(NERVE.polyneuropathy, day)
  chart.ill(NERVE.autonomic, chart.after(day, 3, 1))
  chart.answer(TESTS.immunofixation, chart.after(day, 6), 'negative')
  chart.report('amyloid-on-biopsy', 'nerve biopsy: amyloid, transthyretin', chart.after(day, 9))
}

function myeloma(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 4)
  chart.ill(CLONE.myeloma, day)
  chart.answer(TESTS.immunofixation, day - 10, 'positive')
  chart.measure(TESTS.mProtein, day - 10, chance.between(2.5, 5))
  chart.measure(TESTS.marrowPlasmaCells, day - 4, chance.int(15, 70))
  bloodCount(chart, day - 10, chance.about(210, 25), chance.between(8, 10.5))
  if (chance.yes(0.5)) chart.report('lytic-bone-lesion', 'CT: lytic lesions', day - 6)
  if (chance.yes(0.3)) {
    chart.measure(CALCIUM, day - 10, chance.between(11.2, 13))
    chart.report('hypercalcemia', 'calcium above its limit', day - 10)
  }
  chart.treat(TREATMENTS.bortezomib, day + 14, chart.after(day, 7), { against: 'myeloma', response: 'good', line: 1 })
  chart.treat(TREATMENTS.dexamethasone, day + 14, chart.after(day, 7))
  // The nerves suffer from the treatment, and oedema from the steroids.
  if (chance.yes(0.5)) chart.ill(NERVE.polyneuropathy, chart.after(day, 5))
  if (chance.yes(0.5)) chart.ill(FLUID.edema, chart.after(day, 4))
}

function thrombocythemia(chart: Chart): void {
  const day = begin(chart, 4)
  for (const months of [0, 6, 18])
    bloodCount(chart, chart.after(day, months), chart.chance.between(520, 1100), chart.chance.about(14, 0.4))
  chart.ill(BLOOD.platelets, day + 14)
  chart.report('jak2-mutation', 'JAK2 V617F found', day + 30)
  if (chart.chance.yes(0.3)) chart.ill(ORGAN.spleen, chart.after(day, 4))
  if (chart.chance.yes(0.3)) chart.ill(NERVE.polyneuropathy, chart.after(day, 20))
}

function polycythemia(chart: Chart): void {
  const day = begin(chart, 4)
  for (const months of [0, 6])
    bloodCount(chart, chart.after(day, months), chart.chance.between(210, 600), chart.chance.between(18.2, 20.5))
  chart.ill(BLOOD.redCells, day + 14)
  if (chart.chance.yes(0.4)) chart.ill(ORGAN.spleen, chart.after(day, 3))
  if (chart.chance.yes(0.2)) chart.ill(NERVE.polyneuropathy, chart.after(day, 12))
}

function lymphoma(chart: Chart): void {
  const day = begin(chart, 3)
  chart.ill(ORGAN.nodes, day)
  chart.report('lymphoma', 'node biopsy: diffuse large B-cell lymphoma', day + 14)
  chart.report('castleman-histology', 'node biopsy: no Castleman disease', day + 14, false)
  chart.ill(OTHER.weightLoss, day + 2)
  if (chart.chance.yes(0.4)) chart.ill(FLUID.pleural, day + 5)
  chart.treat(TREATMENTS.rituximab, day + 30, chart.after(day, 6))
  chart.treat(TREATMENTS.steroids, day + 30, chart.after(day, 6))
}

function imcd(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 3)
  chart.ill(ORGAN.nodes, day)
  chart.ill(OTHER.fever, day + 1)
  chart.measure(TESTS.crp, day + 2, chance.between(60, 240))
  chart.measure(TESTS.albumin, day + 2, chance.between(2, 3.2))
  bloodCount(chart, day + 2, chance.between(160, 380), chance.between(8, 10.6))
  chart.report('castleman-histology', 'node biopsy: Castleman disease, mixed', day + 15)
  chart.ill(CLONE.castleman, day + 20)
  chart.ill(FLUID.ascites, day + 6)
  if (chance.yes(0.5)) chart.answer(TESTS.immunofixation, day + 8, 'negative')
}

function vasculitis(chart: Chart): void {
  const { chance } = chart
  const day = begin(chart, 3)
  chart.ill(NERVE.motor, day)
  chart.report('neuropathy-symmetric', 'asymmetric, one nerve after another', day, false)
  chart.report('ncs-axonal', 'nerve conduction: axonal', day + 10, chance.yes(0.5))
  chart.measure(TESTS.crp, day + 2, chance.between(30, 160))
  chart.ill(SKIN.raynaud, day - 40)
  if (chance.yes(0.5)) chart.measure(TESTS.vegfSerum, day + 20, chance.between(530, 900))
  chart.treat(TREATMENTS.steroids, day + 21, chart.after(day, 9))
}

function mgus(chart: Chart): void {
  const day = begin(chart, 5)
  clone(chart, day, chart.chance.yes(0.4) ? 'lambda' : 'kappa', 'IgG')
  bloods(chart, day)
  if (chart.chance.yes(0.2)) chart.ill(LASTING.neuropathy, chart.after(day, 20, 5))
}
