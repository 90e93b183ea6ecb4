import type { Chart } from '../chart.ts'
import { BLOOD, FLUID, GLAND } from '../codes/illnesses.ts'
import { DRUGS, LASTING } from '../codes/ordinary.ts'
import { TESTS } from '../codes/tests.ts'
import { FIRST_DAY, LAST_DAY } from '../days.ts'
import { bloodCount, bloods, diabetes, everyday, hypertension } from './everyday.ts'
import type { Story } from './story.ts'

function span(chart: Chart, visits: number): void {
  const from = chart.chance.int(FIRST_DAY, LAST_DAY - 900)
  everyday(chart, from, LAST_DAY, Math.max(1, Math.round(chart.chance.about(visits, visits / 3))))
}

const some = (chart: Chart) => chart.chance.int(FIRST_DAY, LAST_DAY - 700)

/** People with nothing that speaks of POEMS. */
export const ORDINARY: readonly Story[] = [
  { name: 'healthy', ages: [18, 85], population: 480_000, study: 60_000, tell: (chart) => span(chart, 3) },
  { name: 'child', ages: [2, 17], population: 170_000, study: 20_000, tell: child },
  {
    name: 'hypertension',
    ages: [40, 90],
    population: 170_000,
    study: 40_000,
    tell: (chart) => {
      span(chart, 5)
      hypertension(chart, some(chart))
    },
  },
  {
    name: 'diabetes',
    ages: [40, 90],
    population: 90_000,
    study: 30_000,
    tell: (chart) => {
      span(chart, 6)
      diabetes(chart, some(chart), false)
      if (chart.chance.yes(0.4)) hypertension(chart, some(chart))
    },
  },
  { name: 'pregnancy', ages: [20, 45], sex: 'female', population: 40_000, study: 10_000, tell: pregnancy },
  { name: 'hypothyroid', ages: [30, 85], population: 25_000, study: 20_000, tell: hypothyroid },
  { name: 'heart-failure', ages: [55, 92], population: 15_000, study: 30_000, tell: heartFailure },
  { name: 'iron-deficiency', ages: [18, 80], population: 9_300, study: 20_000, tell: ironDeficiency },
]

function child(chart: Chart): void {
  everyday(chart, Math.max(FIRST_DAY, chart.born), LAST_DAY, chart.chance.int(2, 6))
  if (chart.chance.yes(0.08)) chart.ill(LASTING.childhoodAsthma, chart.chance.int(LAST_DAY - 700, LAST_DAY - 10))
}

function pregnancy(chart: Chart): void {
  span(chart, 3)
  const day = some(chart)
  chart.ill(LASTING.pregnancy, day)
  for (let month = 1; month < 9; month += 2) chart.visit(chart.after(day, month))
  bloods(chart, chart.after(day, 2))
  if (chart.chance.yes(0.3)) chart.ill(FLUID.edema, chart.after(day, 7))
}

function hypothyroid(chart: Chart): void {
  span(chart, 4)
  const day = some(chart)
  chart.ill(GLAND.thyroid, day)
  chart.measure(TESTS.tsh, day, chart.chance.between(6, 30))
  chart.treat(DRUGS.levothyroxine, day, undefined)
  chart.measure(TESTS.tsh, chart.after(day, 6), chart.chance.between(1, 3.5))
}

/** Fluid that the heart explains; sometimes beside a diabetic neuropathy. */
function heartFailure(chart: Chart): void {
  span(chart, 6)
  const day = some(chart)
  chart.ill(LASTING.heartFailure, day)
  chart.report('heart-failure', 'echocardiography: reduced ejection fraction, heart failure', day)
  chart.ill(FLUID.edema, chart.after(day, 1))
  chart.treat(DRUGS.furosemide, day, undefined)
  if (chart.chance.yes(0.3)) chart.ill(FLUID.pleural, chart.after(day, 6))
  if (chart.chance.yes(0.3)) diabetes(chart, chart.after(day, -24), true)
}

function ironDeficiency(chart: Chart): void {
  span(chart, 4)
  const day = some(chart)
  bloodCount(chart, day, chart.chance.between(460, 560), chart.chance.between(8.5, 10.8))
  chart.ill(BLOOD.anemia, chart.after(day, 0.2))
  bloods(chart, chart.after(day, 6))
}
