import type { Chart } from '../chart.ts'
import { GLAND, NERVE, OTHER } from '../codes/illnesses.ts'
import { COMMON, COUNTS, DRUGS, LASTING, PANEL, SHOTS, VITALS } from '../codes/ordinary.ts'
import { TESTS } from '../codes/tests.ts'
import { type Day, FIRST_DAY, LAST_DAY } from '../days.ts'

/** What happens to everybody: visits with vital signs, a cold, a sprain, a vaccine, now and then blood. */
export function everyday(chart: Chart, from: Day, to: Day, visits: number): void {
  const { chance } = chart
  for (let done = 0; done < visits; done++) {
    const day = chance.int(Math.max(from, FIRST_DAY), Math.min(to, LAST_DAY))
    chart.visit(day, chance.yes(0.05) ? 'emergency' : 'outpatient')
    for (const [test, middle, spread] of VITALS) chart.measure(test, day, chance.about(middle, spread))
    if (chance.yes(0.35)) {
      chart.ill(chance.one(COMMON), day)
      if (chance.yes(0.5)) chart.treat(chance.one(SHORT), day, day + chance.int(3, 14))
    }
    if (chance.yes(0.2)) chart.shot(chance.one(SHOTS), day)
    if (chance.yes(0.25)) bloods(chart, day)
  }
}

const SHORT = [DRUGS.acetaminophen, DRUGS.ibuprofen, DRUGS.amoxicillin] as const

/** A blood count and a panel of a person whose blood is well. */
export function bloods(chart: Chart, day: Day): void {
  const { chance } = chart
  bloodCount(chart, day, chance.about(255, 38), chance.about(chart.sex === 'male' ? 15.2 : 13.8, 0.45))
  for (const [test, middle, spread] of PANEL) chart.measure(test, day, chance.about(middle, spread))
  chart.measure(TESTS.creatinine, day, chance.about(0.9, 0.08))
}

/** A blood count with these platelets and this haemoglobin. */
export function bloodCount(chart: Chart, day: Day, platelets: number, hemoglobin: number): void {
  chart.measure(TESTS.platelets, day, platelets)
  chart.measure(TESTS.hemoglobin, day, hemoglobin)
  for (const [test, middle, spread] of COUNTS) chart.measure(test, day, chart.chance.about(middle, spread))
}

/** High blood pressure, with its tablets. */
export function hypertension(chart: Chart, from: Day): void {
  const { chance } = chart
  chart.ill(LASTING.hypertension, from)
  chart.treat(chance.one([DRUGS.lisinopril, DRUGS.hydrochlorothiazide, DRUGS.amlodipine]), from, undefined)
  if (chance.yes(0.4)) {
    chart.ill(LASTING.lipids, chart.after(from, 3))
    chart.treat(DRUGS.simvastatin, chart.after(from, 3), undefined)
  }
}

/** Diabetes, with its numbers; sometimes it comes to the nerves. */
export function diabetes(chart: Chart, from: Day, nerves: boolean): void {
  const { chance } = chart
  chart.ill(GLAND.diabetes, from)
  chart.treat(DRUGS.metformin, from, undefined)
  for (let month = 0; month < 60; month += chance.int(6, 14))
    chart.measure(TESTS.hba1c, chart.after(from, month), chance.about(7.4, 0.5))
  if (nerves) chart.ill(NERVE.diabetic, chart.after(from, chance.int(12, 60)))
  if (chart.sex === 'male' && chance.yes(0.3)) chart.ill(GLAND.erection, chart.after(from, chance.int(12, 60)))
  if (chance.yes(0.15)) chart.ill(OTHER.kidney, chart.after(from, chance.int(24, 72)))
}
