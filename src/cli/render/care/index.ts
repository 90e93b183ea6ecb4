import type { Assessment } from '../../../schema/assessment.ts'
import type { Page, Part } from '../page.ts'
import { hang } from '../text.ts'
import { codingPart } from './coding.ts'
import { complicationsPart } from './complications.ts'
import { differentialPart } from './differential.ts'
import { monitoringPart } from './monitoring.ts'
import { recoveryPart } from './recovery.ts'
import { responsePart } from './response.ts'
import { riskPart } from './risk.ts'
import { supportPart } from './support.ts'
import { treatmentParts } from './treatment.ts'
import { workupPart } from './workup.ts'

/** The clinical path in its order, by the names of the contract. */
const DRAWN = {
  workup: (assessment, page) => [workupPart(assessment, page)],
  differential: (assessment, page) => [differentialPart(assessment, page)],
  complications: (assessment, page) => [complicationsPart(assessment, page)],
  risk: (assessment, page) => [riskPart(assessment, page)],
  treatment: treatmentParts,
  response: (assessment, page) => [responsePart(assessment, page)],
  monitoring: (assessment, page) => [monitoringPart(assessment, page)],
  recovery: (assessment, page) => [recoveryPart(assessment, page)],
  support: (assessment, page) => [supportPart(assessment, page)],
  coding: (assessment, page) => [codingPart(assessment, page)],
} as const satisfies Partial<Record<keyof Assessment, (assessment: Assessment, page: Page) => readonly Part[]>>

/** Sections that speak before POEMS is recorded or met. */
const BEFORE: ReadonlySet<string> = new Set(['workup', 'differential'])

/**
 * The sections of the clinical path. Each is short, and in full with `--all` or when asked for by name; then one that
 * has no ground to stand on says why.
 */
export function careParts(assessment: Assessment, page: Page, asked: ReadonlySet<string> | undefined): readonly Part[] {
  return Object.entries(DRAWN).flatMap(([name, draw]) => {
    if (asked && !asked.has(name)) return []
    const parts = draw(assessment, asked ? { ...page, all: true } : page)
    return asked && parts.every(({ lines }) => lines.length === 0) ? [absentPart(name, assessment, page)] : parts
  })
}

function absentPart(name: string, { conclusion, ...assessment }: Assessment, page: Page): Part {
  const { indication, recorded } = conclusion
  const nothing = 'Nothing in this record gives a reason to look for POEMS (--all asks all the same).'
  const notYet = 'Shown once POEMS is recorded as diagnosed, or the criteria are met on more than weak evidence.'
  const untreated = 'Shown once a dated treatment is on record.'
  const why = BEFORE.has(name)
    ? indication !== true && recorded === undefined
      ? nothing
      : 'The record says nothing for or against.'
    : assessment.treatment === undefined
      ? notYet
      : untreated
  return { heading: name, lines: hang('  ', why, page.width) }
}
