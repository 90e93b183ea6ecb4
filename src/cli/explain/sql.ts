import type { Engine } from '../../core/index.ts'
import { DIALECTS, maskRuleSqlOf, sqlOf } from '../../targets/sql/index.ts'
import { UsageError } from '../io.ts'

/** A rule as a statement of SQL, with `masks` one that answers by bit logic. A dialect that is none, or an id that is no rule, is wrong usage. */
export function sqlText(id: string, wanted: string, engine: Engine, masks: boolean): string {
  const dialect = DIALECTS.find((name) => name === wanted)
  if (!dialect) throw new UsageError(`"${wanted}" is no dialect; one of ${DIALECTS.join(', ')}`)
  if (!Object.hasOwn(engine.knowledge.rules, id)) {
    throw new UsageError(
      `"${id}" is no rule: only rules are written as SQL; a finding is read by the rules that use it`,
    )
  }
  return (masks ? maskRuleSqlOf : sqlOf)(engine, [id], dialect).text
}
