import type { TimeMode } from './rule.ts'
import type { Citation } from './shared.ts'

/** The compiled nodes of a rule: what an authored condition becomes. */

export type Comparator = '<' | '<=' | '>' | '>='

/** A comparison in the key's own unit. `text` is what the author wrote, for explanations. */
export interface Threshold {
  readonly comparator: Comparator
  readonly value: number
  readonly text: string
}

interface NodeCommon {
  readonly label?: string
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
  readonly unverified?: boolean
}

export interface FindingNode extends NodeCommon {
  readonly kind: 'finding'
  readonly key: string
  readonly time: TimeMode
  readonly specimen?: string
  readonly site?: string
  readonly method?: string
  readonly unexplained?: boolean
}

export interface IsNode extends NodeCommon {
  readonly kind: 'is'
  readonly key: string
  readonly time: TimeMode
  /** Against a number … */
  readonly threshold?: Threshold
  /** … or against the laboratory's own limit, with what is certain without one. */
  readonly limit?: 'above' | 'below'
  readonly orWithoutLimit?: Threshold
}

export interface OneOfNode extends NodeCommon {
  readonly kind: 'one-of'
  readonly key: string
  readonly time: TimeMode
  readonly values: readonly string[]
}

export interface WithinNode extends NodeCommon {
  readonly kind: 'within'
  readonly days: number
  readonly text: string
  readonly ordered: boolean
  readonly of: readonly [LeafNode, LeafNode]
}

export interface ChangeNode extends NodeCommon {
  readonly kind: 'change'
  readonly key: string
  readonly from: 'first' | 'previous' | 'lowest' | 'highest' | 'before-treatment'
  readonly by: Threshold
  /** `by` counts in percent of the first value, or in the key's unit. */
  readonly percent: boolean
  readonly sameAssay: boolean
}

export interface CourseNode extends NodeCommon {
  readonly kind: 'course'
  readonly for?: readonly string[]
  readonly with?: readonly string[]
  readonly response?: readonly string[]
  readonly line?: number
  readonly state?: 'open' | 'ended'
  readonly endedBefore?: string
}

/** Leaves read facts; every other kind combines. */
export type LeafNode = FindingNode | IsNode | OneOfNode
export type FactNode = LeafNode | WithinNode | ChangeNode | CourseNode

export interface GroupNode extends NodeCommon {
  readonly kind: 'all' | 'any'
  readonly of: readonly RuleNode[]
}
export interface NotNode extends NodeCommon {
  readonly kind: 'not'
  readonly of: readonly [RuleNode]
}
export interface AtLeastNode extends NodeCommon {
  readonly kind: 'at-least'
  readonly n: number
  readonly of: readonly RuleNode[]
}
export interface RuleRefNode extends NodeCommon {
  readonly kind: 'rule'
  readonly id: string
}

export type RuleNode = FactNode | GroupNode | NotNode | AtLeastNode | RuleRefNode
export type NodeKind = RuleNode['kind']
