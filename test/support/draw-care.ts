import { drawAssessment } from '../../src/cli/render/assessment.ts'
import { inks } from '../../src/cli/render/ink.ts'
import type { Assessment } from '../../src/schema/assessment.ts'
import type { TreatmentView, WorkupItem } from '../../src/schema/assessment-care.ts'
import { assessment, madeUpKnowledge } from './assessment.ts'

/** Hand-made sections of the clinical path for tests of how they are drawn. */

export const cited = (work = 'w1', at = 'abstract') => [{ work, at }]
export const said = (says: string, work = 'w1') => ({ says, sources: cited(work) })

/** The page of an assessment; with `sections` only those, in full. */
export function draw(partial: Partial<Assessment>, sections?: readonly string[], width = 80): string {
  const knowledge = {
    ...madeUpKnowledge,
    phrases: { ...madeUpKnowledge.phrases, 'workup.done': 'Nothing is left.' },
  }
  const wish = sections ? { sections: new Set(sections) } : {}
  const drawing = { knowledge, width, ink: inks(false), all: false, ...wish }
  return drawAssessment(assessment(partial), { input: 'a.json' }, drawing)
}

/** A part by its heading. */
export const part = (page: string, heading: string) => page.split('\n\n').find((text) => text.startsWith(heading)) ?? ''

export const test = (partial: Partial<WorkupItem>): WorkupItem => ({
  test: 'vegf',
  title: 'VEGF in serum',
  question: 'Is it raised?',
  status: 'due',
  answers: [],
  open: ['vegf-serum'],
  why: 'Would answer it.',
  rank: 1,
  step: 1,
  burden: 'blood',
  baseline: false,
  performance: [],
  traps: [],
  sources: cited(),
  ...partial,
})

export const caution = (partial: Partial<TreatmentView['cautions'][number]['cautions'][number]>) => ({
  id: 'birth',
  level: 'strong-caution',
  state: 'applies' as const,
  says: 'It harms the unborn.',
  facts: [],
  sources: cited(),
  ...partial,
})

export const treatment = (partial: Partial<TreatmentView> = {}): TreatmentView => ({
  basis: 'recorded',
  path: [],
  discuss: [],
  options: [],
  cautions: [],
  considerations: [],
  conflicts: [],
  ...partial,
})
