import type { WithinNode } from '../schema/engine.ts'
import type { Prepared } from './prepare.ts'
import { type LeafResult, positiveFacts, readKey } from './reading.ts'
import type { Fact } from './record.ts'

/**
 * Did two things happen within a window of each other? True when one dated pair certainly lies in it;
 * false when one side is absent, or when both were declared complete over the whole record and no pair can lie in it;
 * else unknown, with the reason where dates are wanting.
 */
export function readWithin(node: WithinNode, prepared: Prepared): LeafResult {
  const [first, second] = node.of
  const firsts = positiveFacts(first, prepared)
  const seconds = positiveFacts(second, prepared)
  let possible = false
  for (const a of firsts) {
    for (const b of seconds) {
      const fit = pairFits(a, b, node)
      if (fit === true) return { value: true, facts: [a, b] }
      if (fit === 'unknown') possible = true
    }
  }
  for (const side of [first, second]) {
    const found = readKey(side, prepared)
    if (found.value === false) return { value: false, facts: found.facts }
  }
  const facts = [...firsts, ...seconds]
  if (firsts.length === 0 || seconds.length === 0) return { value: 'unknown', facts }
  if (possible) return { value: 'unknown', facts, reason: 'time-not-stated' }
  const complete = [first.key, second.key].every((key) => declared(key, facts, prepared))
  return complete ? { value: false, facts } : { value: 'unknown', facts }
}

/** Certainly inside the window, certainly outside, or dependent on days the dates leave open. */
function pairFits(a: Fact, b: Fact, node: WithinNode): boolean | 'unknown' {
  if (!Number.isFinite(a.from) || !Number.isFinite(b.from)) return 'unknown'
  const furthest = Math.max(b.to - a.from, a.to - b.from)
  const nearest = Math.max(0, b.from - a.to, a.from - b.to)
  if (node.ordered) {
    if (b.to < a.from) return false
    const certainlyOrdered = a.to <= b.from
    if (certainlyOrdered && b.to - a.from <= node.days) return true
    return b.from - a.to > node.days ? false : 'unknown'
  }
  if (furthest <= node.days) return true
  return nearest > node.days ? false : 'unknown'
}

function declared(key: string, facts: readonly Fact[], prepared: Prepared): boolean {
  const from = Math.min(...facts.map((fact) => fact.from))
  const to = Math.max(...facts.map((fact) => fact.to))
  return prepared.complete.some((item) => item.key === key && item.period.from <= from && item.period.to >= to)
}
