import { distance } from 'fastest-levenshtein'
import type { Findable } from './findable.ts'
import { fold, tellingWords } from './fold.ts'

export interface Match {
  readonly found: Findable
  /** 2 for the very name; below 1 the less of it was typed, and the less surely. */
  readonly score: number
}

const MOST = 8
/** The explaining sentence holds many words; a match there says less than one in a name. */
const PLAIN = 0.4
const LOWEST = 0.25

/**
 * What a text may mean, best first. Each of its words must be found, whole, as a beginning, or with a slip of the hand.
 * Example: `search(all, 'papiledema')[0]?.found.key` is "papilledema".
 */
export function search(all: readonly Findable[], text: string, most = MOST): readonly Match[] {
  const folded = fold(text)
  const words = tellingWords(text)
  if (words.length === 0) return []
  return all
    .map((found) => ({ found, score: scoreOf(found, folded, words) }))
    .filter(({ score }) => score > LOWEST)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

function scoreOf({ names, plain }: Findable, folded: string, words: readonly string[]): number {
  let best = 0
  names.forEach((name, index) => {
    const lesser = index === 0 ? 1 : 0.97
    if (name.folded === folded) best = Math.max(best, 2 * lesser)
    else best = Math.max(best, nameScore(name.words, words) * lesser)
  })
  if (best > 0 || plain.length === 0) return best
  const together = [...names.flatMap((name) => name.words), ...plain]
  return PLAIN * averageOf(words, together)
}

/** How well words are found in a name, and how much of the name they are. */
function nameScore(name: readonly string[], words: readonly string[]): number {
  const found = averageOf(words, name)
  return found === 0 ? 0 : found * (0.7 + 0.3 * Math.min(1, words.length / name.length))
}

function averageOf(words: readonly string[], among: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const best = Math.max(0, ...among.map((other) => likeness(word, other)))
    if (best === 0) return 0
    sum += best
  }
  return sum / words.length
}

/** Likeness of a typed word to one of a name, from 0 (another word) to 1 (the same). */
function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (word.startsWith(typed)) return 0.75 + 0.2 * (typed.length / word.length)
  if (typed.length >= 4 && word.includes(typed)) return 0.6
  if (typed.length < 5 || /\d/.test(typed)) return 0
  const slips = typed.length >= 8 ? 2 : 1
  if (Math.abs(typed.length - word.length) <= slips && distance(typed, word) <= slips) return 0.55
  return word.length > typed.length && distance(typed, word.slice(0, typed.length)) <= 1 ? 0.45 : 0
}
