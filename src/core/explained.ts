import type { EngineAsk, EngineRule, RuleNode } from '../schema/engine.ts'
import type { Reason } from './reading.ts'
import type { Fact } from './record.ts'
import type { Truth } from './truth.ts'

/** Which part of a derived finding a branch of the tree stands for. */
export type Branch = 'when' | 'present-when' | 'absent-when' | 'ask-when'

/** A node of a rule with its value and everything that led to it: the result is the explanation. */
export interface Explained {
  readonly node: RuleNode
  readonly value: Truth
  readonly facts: readonly Fact[]
  readonly of: readonly Explained[]
  readonly rule?: EngineRule
  readonly branch?: Branch
  /** A judgement that is asked for: the value is unknown until a clinician answers. */
  readonly ask?: EngineAsk
  readonly reason?: Reason
  /** Present earlier, absent at the latest look: it still counts. */
  readonly resolved?: boolean
}
