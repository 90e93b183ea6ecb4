import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

export interface Reading {
  /** US school grade by Flesch and Kincaid. */
  readonly grade: number
  readonly sentences: readonly number[]
}

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
  const words = sentences.flat()
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  }
  return { grade: words.length === 0 ? 0 : fleschKincaid(counts), sentences: sentences.map((list) => list.length) }
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
