/** A place where a sentence of the knowledge names another entry of it: "(conflict age-fifty)". */
export interface Mention {
  readonly kind: 'conflict' | 'considerations' | 'risk'
  readonly ids: readonly string[]
}

const MENTION = /\((conflict|considerations|risk)s? ([a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*)\)/g

/**
 * A sentence cut where it names other entries by their ids, which are no words for a reader.
 * Example: `mentionsIn('Not used (conflict dispute).')` is `['Not used ', { kind: 'conflict', ids: ['dispute'] }, '.']`.
 */
export function mentionsIn(text: string): readonly (string | Mention)[] {
  const pieces: (string | Mention)[] = []
  let at = 0
  for (const match of text.matchAll(MENTION)) {
    const [whole, kind, ids = ''] = match
    if (match.index > at) pieces.push(text.slice(at, match.index))
    if (kind === 'conflict' || kind === 'considerations' || kind === 'risk')
      pieces.push({ kind, ids: ids.split(/, | and /) })
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}
