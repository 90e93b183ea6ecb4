import type { Engine } from '../core/index.ts'

/**
 * Conflicts of works about any of the ids: shown wherever one of the positions is used.
 * Example: `conflictsAbout(engine, ["seven-factor"])` holds "age-fifty".
 */
export function conflictsAbout(engine: Engine, ids: readonly string[]): string[] {
  const index = indexOf(engine)
  const found = new Set<string>()
  for (const id of ids) for (const conflict of index.get(id) ?? []) found.add(conflict)
  return [...found].sort()
}

/** The same as a field, left out where there is none. */
export function conflictsField(engine: Engine, ids: readonly string[]): { conflicts?: string[] } {
  const conflicts = conflictsAbout(engine, ids)
  return conflicts.length > 0 ? { conflicts } : {}
}

function indexOf(engine: Engine): ReadonlyMap<string, readonly string[]> {
  const known = engine.cache.get(conflictsAbout) as ReadonlyMap<string, readonly string[]> | undefined
  if (known) return known
  const index = new Map<string, string[]>()
  for (const [conflict, { about }] of Object.entries(engine.knowledge.conflicts)) {
    for (const id of about ?? []) index.set(id, [...(index.get(id) ?? []), conflict])
  }
  engine.cache.set(conflictsAbout, index)
  return index
}
