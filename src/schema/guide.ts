import type { Citation } from './shared.ts'

/** One interval of recovery, in months since the start of treatment. */
export interface GuideInterval {
  readonly from: number
  readonly to: number
}

/** One row of the follow-up schedule, without its words. */
export interface GuideSchedule {
  /** Phase (`on-treatment`, `remission-early`, `remission-late`): months between two checks. */
  readonly everyMonths: Readonly<Record<string, number>>
  /** Only for people with certain findings. */
  readonly conditional: boolean
}

/**
 * `guide.<language>.json`: every word of the documents for people, by id, and nothing that has to be translated beside
 * them. Ids made of other entries: `glossary.<id>.term|means|also`, `recovery.<id>.title|<from>-<to>`,
 * `monitoring.<id>`, `centres.<id>.title|place|country`, `finding.<key>`; `unit.<key>` is as the knowledge writes it.
 */
export interface GuideFile {
  readonly version: string
  readonly language: string
  readonly messages: Readonly<Record<string, string>>
  /** The works behind a message, by its id. */
  readonly sources: Readonly<Record<string, readonly Citation[]>>
  readonly works: Readonly<Record<string, { readonly cite: string; readonly url?: string }>>
  readonly glossary: readonly string[]
  readonly recovery: Readonly<Record<string, readonly GuideInterval[]>>
  readonly monitoring: Readonly<Record<string, GuideSchedule>>
  readonly centres: readonly string[]
}
