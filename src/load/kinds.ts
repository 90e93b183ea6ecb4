import type { TSchema } from 'typebox'
import {
  Centre,
  CodingSystem,
  Complication,
  Condition,
  Considerations,
  DrugCaution,
  GuideSources,
  Page,
  PathwayNode,
  RecoveryDomain,
  Regimen,
  ResponseAxis,
  Risk,
  Schedule,
  SupportItem,
  Teaching,
  Term,
} from '../schema/care.ts'
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
import { NamesFile } from '../schema/names.ts'
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
  guide: Phrases,
  'guide-sources': GuideSources,
  settings: Settings,
  units: UnitsFile,
  names: NamesFile,
} as const satisfies Record<string, TSchema>

export type Kind = keyof typeof KINDS

/** Kinds of the clinical path, by their folder. Their conditions are found by the name of the field. */
export const CARE_KINDS = {
  differential: Condition,
  complications: Complication,
  risk: Risk,
  'treatment/pathway': PathwayNode,
  'treatment/regimens': Regimen,
  'treatment/cautions': DrugCaution,
  'treatment/considerations': Considerations,
  response: ResponseAxis,
  monitoring: Schedule,
  recovery: RecoveryDomain,
  support: SupportItem,
  coding: CodingSystem,
  centres: Centre,
  glossary: Term,
  teaching: Teaching,
  pages: Page,
} as const satisfies Record<string, TSchema>

export type CareKind = keyof typeof CARE_KINDS
export const CARE_FOLDERS = Object.keys(CARE_KINDS) as CareKind[]

/** Kinds that are one file at the top of `knowledge/`, not a folder of entries. */
const SINGLE_FILES: ReadonlySet<string> = new Set<Kind>(['settings', 'units', 'guide-sources'])

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

/**
 * The kind of the clinical path a file belongs to; undefined for every other file.
 * Example: `careKindOf('treatment/regimens/asct.yaml')` is `'treatment/regimens'`.
 */
export function careKindOf(path: string): CareKind | undefined {
  const folder = path.slice(0, path.lastIndexOf('/'))
  return CARE_FOLDERS.find((kind) => kind === folder)
}
