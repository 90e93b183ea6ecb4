import type { Assessment } from '../schema/assessment.ts'
import { UsageError } from './io.ts'

/** Parts of an assessment that can be asked for alone, by their names in the contract. */
export const SECTIONS = [
  'conclusion',
  'letters',
  'criteria',
  'redFlags',
  'workup',
  'differential',
  'risk',
  'complications',
  'treatment',
  'response',
  'monitoring',
  'recovery',
  'support',
  'coding',
] as const
export type Section = (typeof SECTIONS)[number]

/**
 * The sections named by `--section`, or undefined for all. `red-flags` is as good as `redFlags`.
 * Throws `UsageError` on a name that is none. Example: `chosenSections("conclusion,letters")`.
 */
export function chosenSections(names: string | undefined): ReadonlySet<Section> | undefined {
  if (names === undefined) return undefined
  const chosen = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const found = chosen.map((name) => {
    const section = SECTIONS.find((item) => item.toLowerCase() === name.replaceAll('-', '').toLowerCase())
    if (!section) throw new UsageError(`--section "${name}" is none of ${SECTIONS.join(', ')}`)
    return section
  })
  if (found.length === 0) throw new UsageError(`--section wants at least one of ${SECTIONS.join(', ')}`)
  return new Set(found)
}

/** The assessment as it is written to JSON: who, when, the chosen sections, and always its problems. */
export function withSections(assessment: Assessment, sections: ReadonlySet<Section> | undefined): Partial<Assessment> {
  if (!sections) return assessment
  const kept = Object.entries(assessment).filter(([name]) => {
    const section = SECTIONS.find((item) => item === name)
    return section === undefined || sections.has(section)
  })
  return Object.fromEntries(kept)
}
