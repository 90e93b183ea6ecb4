import { type Groups, minorsOf } from './groups.ts'
import { count } from './kleene.ts'
import type { Signs } from './signs.ts'

type Level = 'high' | 'medium'

/** Flags by their names, with the level of each. */
export type Flags = Readonly<Record<string, Level>>

const OTHER_LABELS = ['cidp', 'mgus-neuropathy', 'diabetic-neuropathy']
const UNHELPED = ['none', 'worse']

/** Is somebody treated as something else while the record points to POEMS? Those of seven rules that hold. */
export function flagsOf(signs: Signs, groups: Groups): Flags {
  const demyelinating = signs.has('ncs-demyelinating')
  const telling =
    signs.hasAny('papilledema', 'hyperpigmentation', 'hypertrichosis', 'glomeruloid-hemangioma', 'thrombocytosis') ||
    groups.clone === true ||
    demyelinating
  const twoSystems = groups.nerves === true && count(minorsOf(groups)) >= 2
  const systemic = [groups.fluid, groups.skin, groups.counts, groups.clone].includes(true)
  const highCounts = groups.nerves === true && signs.has('thrombocytosis') && signs.has('polycythemia')
  const held: readonly (readonly [string, boolean, Level])[] = [
    ['cidp-unresponsive', unhelped(signs, ['cidp'], ['ivig', 'corticosteroids']), 'medium'],
    ['demyelinating-lambda', demyelinating && signs.chains().includes('lambda'), 'high'],
    ['gbs-with-systemic-feature', signs.labels().includes('gbs') && systemic, 'high'],
    ['glomeruloid-angioma', signs.has('glomeruloid-hemangioma'), 'medium'],
    ['neuropathy-with-high-counts', highCounts, 'medium'],
    ['neuropathy-with-two-systems', twoSystems, telling ? 'high' : 'medium'],
    ['treated-as-other', unhelped(signs, OTHER_LABELS) && feature(signs, groups), 'high'],
  ]
  return Object.fromEntries(held.flatMap(([name, holds, level]) => (holds ? [[name, level] as const] : [])))
}

/** A feature that POEMS would explain. */
function feature(signs: Signs, groups: Groups): boolean {
  return (
    groups.glands === true ||
    signs.hasAny('erectile-dysfunction', 'papilledema', 'hyperpigmentation', 'pleural-effusion', 'ascites') ||
    signs.hasAny('thrombocytosis', 'sclerotic-bone-lesion')
  )
}

/** Treated under one of these labels, with one of these drugs where they are named, to no avail. */
function unhelped(signs: Signs, labels: readonly string[], treatments?: readonly string[]): boolean {
  return signs.shown.courses.some(
    ({ label, treatment, response, day }) =>
      day <= signs.day &&
      labels.includes(label ?? '') &&
      UNHELPED.includes(response ?? '') &&
      (treatments === undefined || treatments.includes(treatment ?? '')),
  )
}
