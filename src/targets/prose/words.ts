import { type Engine, say, sign } from '../../core/index.ts'
import type { Comparator, IsNode, RuleNode, Threshold } from '../../schema/engine.ts'

/** A count as it is said. Example: `numberWord(engine, 6)` is "six", of 13 it is "13". */
export function numberWord(engine: Engine, count: number): string {
  return say(engine, 'prose.number', { count }).text
}

const COMPARED: Readonly<Record<Comparator, string>> = {
  '>=': 'at-or-above',
  '>': 'above',
  '<=': 'at-or-below',
  '<': 'below',
}

/** A threshold with its unit, in words. Example: `>= 1000 pg/mL` is "1000 pg/mL or more". */
export function thresholdWords(engine: Engine, { comparator, value, text }: Threshold): string {
  // Every amount is at least nothing: such a line asks only whether a number was stated.
  if (comparator === '>=' && value === 0) return say(engine, 'prose.any-number').text
  const quantity = sign(text.replace(/^[<>]=?\s*/, ''))
  return say(engine, `prose.${COMPARED[comparator]}`, { quantity }).text
}

/** How a measurement must be. Example: "above the laboratory's own upper limit". */
export function mustBe(engine: Engine, node: IsNode): string {
  if (node.threshold) return thresholdWords(engine, node.threshold)
  return say(engine, `prose.${node.limit ?? 'above'}-limit`).text
}

/** Which facts a leaf reads, where that is not every one of them, and what holds without a printed limit. */
export function detailsOf(engine: Engine, node: RuleNode, denied = false): readonly string[] {
  const words: string[] = []
  if (node.kind === 'is' && node.limit) {
    if (node.orWithoutLimit && !denied)
      words.push(say(engine, 'prose.without-limit', { threshold: thresholdWords(engine, node.orWithoutLimit) }).text)
    else if (!node.orWithoutLimit) words.push(say(engine, 'prose.no-fallback').text)
  }
  if ('time' in node && node.time !== 'ever') words.push(say(engine, `prose.${node.time}`).text)
  if (node.kind !== 'finding') return words
  const { specimen, site, method } = node
  if (specimen !== undefined) words.push(say(engine, 'prose.specimen', { specimen }).text)
  if (site !== undefined) words.push(say(engine, 'prose.site', { site }).text)
  if (method !== undefined) words.push(say(engine, 'prose.method', { method }).text)
  if (node.unexplained) words.push(say(engine, 'prose.unexplained').text)
  return words
}
