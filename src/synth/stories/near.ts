import type { Chart } from '../chart.ts'
import { CLONE, DISC, FLUID, GLAND, NERVE, ORGAN, SKIN } from '../codes/illnesses.ts'
import { TESTS } from '../codes/tests.ts'
import { FIRST_DAY, LAST_DAY } from '../days.ts'
import { bloods, everyday } from './everyday.ts'
import { clone, neuropathy } from './poems.ts'
import type { Story } from './story.ts'

const begin = (chart: Chart) => chart.chance.int(FIRST_DAY + 600, LAST_DAY - 1500)

/** People who come near and do not arrive: one thing is missing. */
export const NEAR: readonly Story[] = [
  { name: 'near-no-other-major', ages: [45, 85], population: 40, study: 40_000, tell: noOtherMajor },
  { name: 'near-vegf-normal', ages: [45, 85], population: 60, study: 40_000, tell: vegfNormal },
  { name: 'near-kappa', ages: [45, 85], population: 30, study: 30_000, tell: kappa },
  { name: 'near-no-clone', ages: [35, 85], population: 30, study: 40_000, tell: noClone },
  { name: 'near-no-neuropathy', ages: [35, 85], population: 30, study: 20_000, tell: noNeuropathy },
  { name: 'castleman-variant', ages: [25, 80], population: 10, study: 20_000, tell: variant },
]

function noOtherMajor(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 3)
  neuropathy(chart, day)
  clone(chart, chart.after(day, 5, 2))
  if (chart.chance.yes(0.6)) chart.ill(ORGAN.liver, chart.after(day, 8, 3))
  bloods(chart, chart.after(day, 5))
}

/** Every other major was looked for and is not there. */
function vegfNormal(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 3)
  neuropathy(chart, day)
  const look = chart.after(day, 6, 2)
  clone(chart, look)
  chart.measure(TESTS.vegfSerum, look, chart.chance.between(90, 430))
  chart.ill(FLUID.edema, chart.after(day, 4, 2))
  chart.report('sclerotic-bone-lesion', 'CT: no sclerotic lesion', look + 8, false)
  chart.report('mixed-bone-lesion', 'CT: no mixed lesion', look + 8, false)
  if (chart.chance.yes(0.5)) chart.report('castleman-histology', 'node biopsy: reactive', look + 15, false)
}

function kappa(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 3)
  neuropathy(chart, day)
  const look = chart.after(day, 6, 2)
  clone(chart, look, 'kappa')
  if (chart.chance.yes(0.5)) chart.measure(TESTS.vegfSerum, look + 2, chart.chance.between(530, 800))
  if (chart.chance.yes(0.7)) chart.ill(GLAND.diabetes, chart.after(day, -20, 10))
  if (chart.chance.yes(0.4)) chart.ill(GLAND.thyroid, chart.after(day, -10, 5))
  bloods(chart, look)
}

/** The picture of POEMS with a clone sought everywhere and not found. */
function noClone(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 3)
  neuropathy(chart, day)
  const look = chart.after(day, 6, 2)
  chart.answer(TESTS.immunofixation, look, 'negative')
  chart.answer(TESTS.urineImmunofixation, look + 1, 'negative')
  if (chart.chance.yes(0.7))
    chart.report('clonal-marrow-plasma-cells', 'marrow: polytypic plasma cells', look + 9, false)
  if (chart.chance.yes(0.7)) chart.report('plasmacytoma', 'imaging and biopsy: no plasmacytoma', look + 11, false)
  chart.measure(TESTS.vegfSerum, look, chart.chance.between(1100, 4000))
  chart.ill(FLUID.ascites, chart.after(day, 5, 2))
  if (chart.chance.yes(0.5)) chart.ill(SKIN.dark, chart.after(day, 5, 2))
}

function noNeuropathy(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 4)
  clone(chart, day)
  chart.measure(TESTS.vegfSerum, chart.after(day, 1), chart.chance.between(600, 2500))
  chart.ill(DISC, chart.after(day, 2, 1))
  if (chart.chance.yes(0.6))
    chart.report('polyneuropathy', 'neurological examination: no polyneuropathy', chart.after(day, 3), false)
}

function variant(chart: Chart): void {
  const day = begin(chart)
  everyday(chart, FIRST_DAY, day, 3)
  chart.ill(ORGAN.nodes, day)
  chart.report('castleman-histology', 'node biopsy: Castleman disease', day + 20)
  chart.ill(CLONE.castleman, day + 25)
  chart.ill(FLUID.ascites, chart.after(day, 2, 1))
  chart.ill(SKIN.dark, chart.after(day, 3, 1))
  if (chart.chance.yes(0.4)) chart.ill(NERVE.sensory, chart.after(day, 5, 2))
  chart.answer(TESTS.immunofixation, day + 30, 'negative')
  chart.answer(TESTS.urineImmunofixation, day + 30, 'negative')
  chart.report('clonal-marrow-plasma-cells', 'marrow: polytypic plasma cells', day + 33, false)
}
