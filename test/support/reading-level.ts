import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

export interface Reading {
  /** US school grade by Flesch and Kincaid. */
  readonly grade: number
  /** Words of each sentence. */
  readonly sentences: readonly number[]
  /** Grade of the hardest sentence that is long enough to have one. */
  readonly hardest: number
}

/** Below this many words one long word makes a grade. */
const ENOUGH = 6

/**
 * How hard a text is to read. Medical terms, which are explained where they stand, count as a word of one syllable, and
 * so does a number with its unit. Example: `readingOf("You faint.", []).sentences` is `[2]`.
 */
export function readingOf(text: string, terms: readonly string[]): Reading {
  const plain = withoutTerms(text, terms)
  const sentences = plain
    .split(/[.!?:;](?:\s|$)|\n/)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length > 0)
  return {
    grade: gradeOf(sentences),
    sentences: sentences.map((words) => words.length),
    hardest: Math.max(0, ...sentences.filter((words) => words.length >= ENOUGH).map((words) => gradeOf([words]))),
  }
}

function gradeOf(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat()
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

function withoutTerms(text: string, terms: readonly string[]): string {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu')
  if (terms.length === 0) return text
  // A date in brackets after a value is read past.
  return text
    .replaceAll(/\s*\([^)]*\d{4}\)/g, '')
    .replaceAll(/[<>≥≤]?\u00a0?\d+(?:[.,]\d+)*(?:\u00a0[^\s.,;:]+)?/g, 'ten')
    .replaceAll(named, 'it')
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []
}
