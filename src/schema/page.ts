import type { EngineConflict, Knowledge } from './engine.ts'

/**
 * `page.json`: what a page must have before it can say anything, in one file. The knowledge of `engine.json` without what
 * the works say where they disagree and without their addresses, which are looked up in the library; and of the words only
 * what the knowledge does not hold already.
 */
export interface PageFile {
  readonly knowledge: Omit<Knowledge, 'conflicts'> & {
    readonly conflicts: Readonly<Record<string, Omit<EngineConflict, 'positions' | 'does'>>>
  }
  readonly words: {
    readonly language: string
    /** Group and plain words by key. */
    readonly findings: Readonly<Record<string, { readonly group: string; readonly plain?: string }>>
    readonly rules: Readonly<Record<string, { readonly plain?: string }>>
  }
}
