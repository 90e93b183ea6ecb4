import type { Evaluator } from '../core/index.ts'
import type { CodingView, SupportView } from '../schema/index.ts'
import { conflictsAbout } from './conflicts.ts'
import { statementsOf } from './statement.ts'

/** Help for problems of daily life: those the record states, and those it is silent about, which are to be asked. */
export function support(evaluator: Evaluator): SupportView[] {
  return Object.entries(evaluator.prepared.engine.knowledge.care.support).flatMap(([id, entry]) => {
    const value = entry.when ? evaluator.node(entry.when).value : true
    if (value === false) return []
    return [
      {
        id,
        title: entry.title,
        value,
        ...(value === 'unknown' && entry.check !== undefined ? { check: entry.check } : undefined),
        options: statementsOf(entry.options, entry.sources),
        notes: statementsOf(entry.notes, entry.sources),
      },
    ]
  })
}

/** How each coding system stands to POEMS: hints for whoever writes or reads a record, never evidence. Made once. */
export function coding({ prepared: { engine } }: Evaluator): CodingView[] {
  const known = engine.cache.get(coding) as CodingView[] | undefined
  if (known) return known
  const systems = Object.entries(engine.knowledge.care.coding).map(([id, entry]) => ({
    id,
    system: entry.system,
    title: entry.title,
    codes: entry.codes.map((code) => ({ ...code, sources: [...code.sources] })),
    ...(entry.note === undefined ? undefined : { note: entry.note }),
    conflicts: conflictsAbout(engine, [id]),
  }))
  engine.cache.set(coding, systems)
  return systems
}
