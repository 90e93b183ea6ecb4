/** A piece of a text; `found` where it is a word that was looked for. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

interface Word {
  readonly word: string
  readonly start: number
}

/** The words of a text with where they begin: letters and digits, a code such as R60.0 or HP:0001085 as it is written. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.:-][\p{L}\p{N}]+)*/gu)].flatMap(({ 0: word, index }) => {
    // A code is looked for whole and by its parts, a compound word too.
    const parts = /[.:-]/.test(word) ? [...word.matchAll(/[\p{L}\p{N}]+/gu)] : []
    return [{ word, start: index }, ...parts.map((part) => ({ word: part[0], start: index + part.index }))]
  })
}

/** A word as it is compared: without case and accents, in one spelling for oedema and edema, haem and hem. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ao]e/g, 'e')
    .replaceAll(/(?<=[a-z]{3})our\b/g, 'or')
}

/**
 * The part of a text in which most of the words stand that were found, with them marked; empty where there is none.
 * `most` is how many characters may be shown before the text is cut.
 */
export function excerptOf(text: string, terms: ReadonlySet<string>, most = 150): readonly Piece[] {
  const hits = wordsOf(text).filter(({ word }) => terms.has(fold(word)))
  const first = densest(hits, most)
  if (!first) return most >= text.length && text.length > 0 ? [{ text, found: false }] : []
  const from = text.length <= most ? 0 : startOf(text, first.start - Math.round(most / 3))
  const to = text.length <= most ? text.length : endOf(text, from + most)
  const pieces: Piece[] = []
  let at = from
  if (from > 0) pieces.push({ text: '… ', found: false })
  for (const { word, start } of hits) {
    if (start < at || start + word.length > to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), found: false })
    pieces.push({ text: text.slice(start, start + word.length), found: true })
    at = start + word.length
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false })
  if (to < text.length) pieces.push({ text: ' …', found: false })
  return pieces
}

/** The word from which on most different words follow before the text is cut; the first of several. */
function densest(hits: readonly Word[], most: number): Word | undefined {
  let best: Word | undefined
  let found = 0
  for (const hit of hits) {
    const within = hits.filter(({ start }) => start >= hit.start && start < hit.start + most / 2)
    const different = new Set(within.map(({ word }) => fold(word))).size
    if (different > found) [best, found] = [hit, different]
  }
  return best
}

const startOf = (text: string, at: number): number => (at <= 0 ? 0 : text.indexOf(' ', at) + 1)

function endOf(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > 0 ? space : at
}
