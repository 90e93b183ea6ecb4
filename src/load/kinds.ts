import type { TSchema } from 'typebox'
import {
  Conflict,
  Confounder,
  Finding,
  Measured,
  Phrases,
  Rule,
  Settings,
  Source,
  WorkupTest,
} from '../schema/index.ts'
import { UnitsFile } from '../schema/units.ts'

/** What a YAML file of `knowledge/` may hold, by the folder (or, at the top, the file) it stands in. */
export const KINDS = {
  sources: Source,
  findings: Finding,
  rules: Rule,
  workup: WorkupTest,
  measured: Measured,
  confounders: Confounder,
  conflicts: Conflict,
  phrases: Phrases,
  settings: Settings,
  units: UnitsFile,
} as const satisfies Record<string, TSchema>

export type Kind = keyof typeof KINDS

/** Kinds that are one file at the top of `knowledge/`, not a folder of entries. */
export const SINGLE_FILES: ReadonlySet<string> = new Set<Kind>(['settings', 'units'])

/**
 * The kind of a file by its path below `knowledge/`; undefined where no schema reads it.
 * Example: `kindOf('rules/criteria/mayo-2007.yaml')` is `'rules'`.
 */
export function kindOf(path: string): Kind | undefined {
  const [first = '', second] = path.split('/')
  const name = second === undefined ? first.replace(/\.yaml$/, '') : first
  if (!Object.hasOwn(KINDS, name) || SINGLE_FILES.has(name) !== (second === undefined)) return undefined
  return name as Kind
}
