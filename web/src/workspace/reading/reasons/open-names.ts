import { lower } from '../../../../../src/core/index.ts'
import type { Knowledge } from '../../../../../src/schema/index.ts'

const named = new WeakMap<Knowledge, ReadonlySet<string>>()

/** The open names of a condition that are names of findings: groups of a rule ("any of these 2") tell a reader nothing. */
export function openNames(open: readonly string[], knowledge: Knowledge): readonly string[] {
  let names = named.get(knowledge)
  if (!names) {
    names = new Set([
      ...Object.values(knowledge.findings).map(({ label }) => label),
      ...Object.values(knowledge.rules).map(({ title }) => title),
    ])
    named.set(knowledge, names)
  }
  const known = names
  return open.filter((name) => known.has(name)).map(lower)
}
