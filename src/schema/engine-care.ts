import type {
  Centre,
  CodingSystem,
  Complication,
  Condition,
  Considerations,
  DrugCaution,
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
} from './care.ts'
import type { RuleNode } from './engine-node.ts'

/** Fields of the clinical path that hold a condition: an authored node in YAML, a compiled one in the engine. */
export type NodeField = 'when' | 'trigger' | 'urgent' | 'applies' | 'relevant'

/** An entry as the engine reads it: its conditions compiled, everything else as written. */
export type Compiled<T> = T extends readonly (infer Item)[]
  ? readonly Compiled<Item>[]
  : T extends object
    ? {
        readonly [Name in keyof T as Name extends 'examples' ? never : Name]: Name extends NodeField
          ? RuleNode
          : Compiled<T[Name]>
      }
    : T

type Table<T> = Readonly<Record<string, Compiled<T>>>

/** The knowledge of the clinical path that assessments speak from, by kind and id. */
export interface CareKnowledge {
  readonly differential: Table<Condition>
  readonly complications: Table<Complication>
  readonly risk: Table<Risk>
  readonly pathway: Table<PathwayNode>
  readonly regimens: Table<Regimen>
  readonly cautions: Table<DrugCaution>
  readonly considerations: Table<Considerations>
  readonly response: Table<ResponseAxis>
  readonly monitoring: Table<Schedule>
  readonly recovery: Table<RecoveryDomain>
  readonly support: Table<SupportItem>
  readonly coding: Table<CodingSystem>
  readonly centres: Table<Centre>
}

/** What is only read by people: kept out of the engine, in a file of its own. */
export interface Reading {
  readonly glossary: Table<Term>
  readonly teaching: Table<Teaching>
  readonly pages: Table<Page>
}

/** Knowledge without a clinical path, for engines made in tests. */
export const NO_CARE: CareKnowledge = {
  differential: {},
  complications: {},
  risk: {},
  pathway: {},
  regimens: {},
  cautions: {},
  considerations: {},
  response: {},
  monitoring: {},
  recovery: {},
  support: {},
  coding: {},
  centres: {},
}
