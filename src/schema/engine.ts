import type { CareKnowledge } from './engine-care.ts'
import type { RuleNode, Threshold } from './engine-node.ts'
import type { AuthoredNode, RuleExample, TimeMode } from './rule.ts'
import type { Citation, Review } from './shared.ts'

/**
 * The compiled form of the knowledge: what `load` writes to `engine.json` and the evaluator reads.
 * Authored YAML is checked and normalised once, so that nothing has to be parsed where a person waits.
 */

export interface EngineAsk {
  readonly id: string
  readonly when: RuleNode
  readonly question: string
  /** Asked although `presentWhen` holds. */
  readonly evenIfPresent?: boolean
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

/** A node that, when it holds, says a sentence: caps of a grade, cautions. */
export interface Statement {
  readonly id: string
  readonly when: RuleNode
  readonly says: string
  /** Speaks for another diagnosis: said whatever the verdict is. */
  readonly elsewhere?: boolean
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

export interface EngineRule {
  readonly id: string
  readonly title: string
  readonly short?: string
  readonly status?: string
  readonly review?: Review
  readonly proposal?: boolean
  readonly sources: readonly Citation[]
  readonly when?: RuleNode
  readonly presentWhen?: RuleNode
  readonly absentWhen?: RuleNode
  readonly askWhen?: readonly EngineAsk[]
  readonly grade?: {
    readonly minors: readonly RuleNode[]
    readonly caps: readonly Statement[]
    readonly strong: { readonly when: RuleNode; readonly unflaggedMinors: number }
  }
  readonly cautions?: readonly Statement[]
  readonly categories?: readonly { readonly id: string; readonly when: RuleNode }[]
  readonly eligible?: RuleNode
  readonly level?: { readonly high?: RuleNode; readonly otherwise: 'high' | 'medium' }
  readonly says?: string
}

export interface EngineFinding {
  readonly label: string
  /** Other names that people write. */
  readonly aliases?: readonly string[]
  readonly kind: 'finding' | 'measurement' | 'choice' | 'treatment' | 'diagnosis'
  readonly unit?: string
  readonly values?: readonly string[]
  /** The values as they are said. */
  readonly words?: Readonly<Record<string, string>>
  readonly sex?: 'male' | 'female'
  readonly directedAtPlasmaCells?: boolean
  readonly givenOnce?: boolean
}

export interface EngineMeasured {
  readonly measurement: string
  readonly withinMeansAbsent: boolean
  readonly makes: readonly {
    readonly finding: string
    readonly when: 'above' | 'below'
    readonly withoutLimit?: Threshold
    readonly value?: Threshold
    readonly sex?: 'male' | 'female'
    readonly confirm?: boolean
    readonly sources: readonly Citation[]
  }[]
}

export interface EngineConfounder {
  readonly id: string
  readonly keys: readonly string[]
  readonly explainedBy?: readonly string[]
  readonly afterCourseWith?: string
  readonly unlessKnown?: readonly string[]
  readonly below?: { readonly key: string; readonly threshold: Threshold }
  readonly always?: boolean
  readonly says: string
  readonly proposal?: boolean
  readonly sources?: readonly Citation[]
}

export interface EngineTest {
  readonly title: string
  readonly question: string
  readonly answers: readonly string[]
  readonly step: number
  readonly order: number
  readonly burden: string
  readonly baseline?: boolean
  readonly named?: readonly string[]
  readonly or?: readonly string[]
  readonly gap?: number
  readonly performance?: readonly EngineSaid[]
  readonly traps?: readonly EngineSaid[]
  readonly repeat?: readonly (EngineSaid & { readonly when: RuleNode })[]
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

/** A sentence with its works, or marked as our proposal. */
export interface EngineSaid {
  readonly says: string
  readonly sources?: readonly Citation[]
  readonly proposal?: boolean
}

export interface EngineConflict {
  readonly topic: string
  readonly positions: readonly { readonly says: string; readonly sources: readonly Citation[] }[]
  readonly does: string
  readonly about?: readonly string[]
  readonly proposal?: boolean
}

export interface EngineSettings {
  readonly defaultCriteria: string
  readonly criteria: readonly string[]
  readonly indication: string
  readonly redFlags: readonly string[]
  readonly redFlagsQuietWhen: readonly string[]
  readonly knownDiagnosis: string
  readonly excludedDiagnosis?: string
  /** A watched test is due this many days before its date. */
  readonly dueWithinDays: number
  readonly acronyms: readonly {
    readonly name: string
    readonly letters: readonly { readonly letter: string; readonly rule: string; readonly word: string }[]
  }[]
}

export interface Knowledge {
  readonly version: string
  readonly findings: Readonly<Record<string, EngineFinding>>
  readonly rules: Readonly<Record<string, EngineRule>>
  readonly measured: readonly EngineMeasured[]
  readonly confounders: readonly EngineConfounder[]
  readonly workup: Readonly<Record<string, EngineTest>>
  readonly conflicts: Readonly<Record<string, EngineConflict>>
  readonly sources: Readonly<Record<string, { readonly cite: string; readonly url?: string }>>
  readonly phrases: Readonly<Record<string, string>>
  readonly settings: EngineSettings
  /** The clinical path after the diagnosis. */
  readonly care: CareKnowledge
}

export type * from './engine-node.ts'
export type { AuthoredNode, Citation, Review, RuleExample, TimeMode }
