import type { Illness, Limits, Named, Test, Treatment } from './codes/code.ts'
import type { Day } from './days.ts'

/** How exactly a date was kept. */
type Kept = 'day' | 'year' | 'none'

/** A condition somebody entered. The fields that may change are what dirt changes. */
export interface IllnessEvent {
  readonly kind: 'illness'
  readonly what: Illness
  readonly day: Day
  /** In which system the hospital coded it; words alone state nothing that can be counted. */
  written: 'snomed' | 'icd' | 'both' | 'words'
  kept: Kept
  /** Whose it is and whether it holds: of a relative, struck out, or looked into and ruled out. */
  standing: 'confirmed' | 'family' | 'entered-in-error' | 'refuted'
  twice: boolean
}

/** A measurement, or the answer of a test in words. Numbers are in the first unit of the test. */
export interface ResultEvent {
  readonly kind: 'result'
  readonly what: Test
  readonly day: Day
  readonly value?: number
  readonly sign?: '<' | '>'
  readonly limits?: Limits
  readonly answer?: Answer
  /** Which of the test's units, and which of its spellings; no spelling is the code. */
  unit: number
  spelled: number
  /** What is wrong with it. */
  flaw?: 'no-unit' | 'no-value' | 'letter-only' | 'local-code'
  limitsPrinted: boolean
  /** Written as a part of a panel, where the format has panels. */
  inPanel: boolean
  twice: boolean
}

export type Answer = 'positive' | 'negative'

export interface TreatmentEvent {
  readonly kind: 'treatment'
  readonly what: Treatment
  readonly day: Day
  readonly end?: Day
  /** The disease it was given for, and how that answered. */
  readonly against?: string
  readonly response?: 'none' | 'partial' | 'good' | 'worse'
  readonly line?: number
  twice: boolean
}

/** What an examination, an image or a biopsy showed, told in the words of a report: no code of the hospital's says it. */
export interface ReportEvent {
  readonly kind: 'report'
  readonly day: Day
  readonly key: string
  readonly words: string
  readonly found: boolean | string
}

export interface VisitEvent {
  readonly kind: 'visit'
  readonly day: Day
  readonly place: 'outpatient' | 'emergency' | 'inpatient'
}

export interface ShotEvent {
  readonly kind: 'shot'
  readonly day: Day
  readonly what: Named
}

export type Event = IllnessEvent | ResultEvent | TreatmentEvent | ReportEvent | VisitEvent | ShotEvent

/** One made-up person with everything the hospital has of them, in the order of the days. */
export interface History {
  /** A number from 1: the same in every format. */
  readonly id: number
  readonly story: string
  /** Is it in truth POEMS, whatever the record knows? */
  readonly poems: boolean
  readonly sex: 'male' | 'female'
  readonly born: Day
  readonly events: readonly Event[]
}
