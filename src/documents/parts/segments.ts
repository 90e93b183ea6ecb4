import type { TermLink } from '../blocks.ts'
import { placeOf } from './library.ts'

/** A piece of a text; with `id` it is a word that the glossary explains. */
export interface Segment {
  readonly text: string
  readonly id?: string
}

/**
 * A text cut at the words that the glossary explains, each at its first use only: `seen` holds those of the section so
 * far, and takes the new ones. Example: `segmentsOf('Ask for VEGF.', terms, new Set())`.
 */
export function segmentsOf(text: string, terms: readonly TermLink[], seen: Set<string>): readonly Segment[] {
  const found: { id: string; from: number; to: number }[] = []
  for (const { id, forms } of terms) {
    if (seen.has(id)) continue
    const matches = forms.flatMap((form) => {
      const place = placeOf(form, text)
      return place ? [{ id, ...place }] : []
    })
    const first = matches.sort((a, b) => a.from - b.from || b.to - a.to)[0]
    if (first) found.push(first)
  }
  const segments: Segment[] = []
  let at = 0
  for (const { id, from, to } of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue
    seen.add(id)
    if (from > at) segments.push({ text: text.slice(at, from) })
    segments.push({ text: text.slice(from, to), id })
    at = to
  }
  if (at < text.length) segments.push({ text: text.slice(at) })
  return segments
}
