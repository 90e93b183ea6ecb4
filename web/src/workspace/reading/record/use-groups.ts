import type { Engine } from '../../../../../src/core/index.ts'
import { useCase, useTable } from '../../../state/context.ts'
import { type Group, groupsOf } from './groups.ts'

const made = new WeakMap<Engine, readonly Group[]>()

/** The groups of the record, made once for the knowledge at hand. */
export function useGroups(): readonly Group[] {
  const engine = useCase((state) => state.engine)
  const { words } = useTable()
  const known = made.get(engine)
  if (known) return known
  const groups = groupsOf(engine.knowledge, words.findings)
  made.set(engine, groups)
  return groups
}
