import { type Groups, minorsOf } from './groups.ts'
import { count } from './kleene.ts'
import type { Signs } from './signs.ts'

export type Level = 'high' | 'medium' | 'none'

const OTHER_LABELS = ['cidp', 'mgus-neuropathy', 'diabetic-neuropathy']
const UNHELPED = ['none', 'worse']

/** Is somebody treated as something else while the record points to POEMS? The highest of seven rules that holds. */
export function redFlag(signs: Signs, groups: Groups): Level {
  if (isHigh(signs, groups)) return 'high'
  return isMedium(signs, groups) ? 'medium' : 'none'
}

function unhelped(signs: Signs, labels: readonly string[], treatments?: readonly string[]): boolean {
  return signs.shown.courses.some(
    ({ label, treatment, response, day }) =>
      day <= signs.day &&
      labels.includes(label ?? '') &&
      UNHELPED.includes(response ?? '') &&
      (treatments === undefined || treatments.includes(treatment ?? '')),
  )
}

function isHigh(signs: Signs, groups: Groups): boolean {
  const feature =
    groups.glands === true ||
    signs.hasAny('erectile-dysfunction', 'papilledema', 'hyperpigmentation', 'pleural-effusion', 'ascites') ||
    signs.hasAny('thrombocytosis', 'sclerotic-bone-lesion')
  if (feature && unhelped(signs, OTHER_LABELS)) return true
  const demyelinating = signs.has('ncs-demyelinating')
  if (demyelinating && signs.chains().includes('lambda')) return true
  const systemic = [groups.fluid, groups.skin, groups.counts, groups.clone]
  if (signs.labels().includes('gbs') && systemic.includes(true)) return true
  const telling =
    signs.hasAny('papilledema', 'hyperpigmentation', 'hypertrichosis', 'glomeruloid-hemangioma', 'thrombocytosis') ||
    groups.clone === true ||
    demyelinating
  return telling && twoSystems(groups)
}

function twoSystems(groups: Groups): boolean {
  return groups.nerves === true && count(minorsOf(groups)) >= 2
}

function isMedium(signs: Signs, groups: Groups): boolean {
  return (
    unhelped(signs, ['cidp'], ['ivig', 'corticosteroids']) ||
    signs.has('glomeruloid-hemangioma') ||
    twoSystems(groups) ||
    (groups.nerves === true && signs.has('thrombocytosis') && signs.has('polycythemia'))
  )
}
