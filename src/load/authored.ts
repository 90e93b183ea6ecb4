import type { Static } from 'typebox'
import type { GuideSources } from '../schema/care.ts'
import type { Conflict, Confounder, Finding, Measured, Rule, Settings, Source, WorkupTest } from '../schema/index.ts'
import type { NamesFile } from '../schema/names.ts'
import type { UnitsFile } from '../schema/units.ts'
import type { CARE_KINDS, CareKind } from './kinds.ts'
import type { Path } from './read/yaml.ts'

/** One entry of `knowledge/` as it was written: id, place, content of the right shape. */
export interface Entry<T> {
  /** The file name without `.yaml`. */
  readonly id: string
  /** Folder inside the kind's folder, such as `criteria`; empty at its top. */
  readonly section: string
  readonly content: T
  /** File and line of a part. */
  readonly at: (path: Path) => string
}

export type Entries<T> = ReadonlyMap<string, Entry<T>>

/** A sentence with its place. */
export interface Phrase {
  readonly text: string
  readonly at: string
}

/** The clinical path as it was written, by folder. */
export type AuthoredCare = { readonly [Folder in CareKind]: Entries<Static<(typeof CARE_KINDS)[Folder]>> }

/** The whole of `knowledge/` as it was written. Every entry has the shape of its schema; nothing else is promised. */
export interface Authored {
  readonly sources: Entries<Source>
  readonly findings: Entries<Finding>
  readonly rules: Entries<Rule>
  readonly workup: Entries<WorkupTest>
  readonly measured: Entries<Measured>
  readonly confounders: Entries<Confounder>
  readonly conflicts: Entries<Conflict>
  readonly settings: Entries<Settings>
  readonly units: Entries<UnitsFile>
  /** Names of findings by language. */
  readonly names: Entries<NamesFile>
  /** The clinical path, by folder. Every entry has the shape of its folder's schema. */
  readonly care: AuthoredCare
  /** Sentences by language, then id. */
  readonly phrases: ReadonlyMap<string, ReadonlyMap<string, Phrase>>
  /** Longer words for people, by language, then id. */
  readonly guide: ReadonlyMap<string, ReadonlyMap<string, Phrase>>
  readonly guideSources: Entries<GuideSources>
  /** SHA-256 of the YAML, in the order of the paths: two equal texts are the same knowledge. */
  readonly hash: string
}
