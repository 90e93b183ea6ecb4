import type { Evaluator } from '../core/index.ts'
import type { ComplicationView } from '../schema/index.ts'
import { conflictsField } from './conflicts.ts'
import { factsOfTest } from './done.ts'
import { statementsOf, viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

/**
 * Each complication: whether its trigger holds, when its screening tests were last done, and what to do then; what is
 * urgent first, then what is there, what is not stated, what is absent. A screen that was never done is a gap, for
 * everybody with POEMS; a trigger that is not stated is not absent.
 */
export function complications(evaluator: Evaluator, viewer: Viewer): ComplicationView[] {
  const { engine } = evaluator.prepared
  const views = Object.entries(engine.knowledge.care.complications).map(([id, entry]): ComplicationView => {
    const tree = evaluator.node(entry.trigger)
    return {
      id,
      title: entry.title,
      value: tree.value,
      urgent: entry.urgent ? evaluator.node(entry.urgent).value === true : false,
      facts: viewsOf(tree, viewer),
      frequency: statementsOf(entry.frequency, entry.sources),
      screen: entry.screen.map((test) => {
        const last = lastDone(evaluator, test)
        return { test, title: engine.knowledge.workup[test]?.title ?? test, last, gap: last === null }
      }),
      actions: statementsOf(entry.actions, entry.sources),
      ...conflictsField(engine, [id]),
      sources: [...(entry.sources ?? [])],
    }
  })
  return views.sort((a, b) => orderOf(a) - orderOf(b))
}

function orderOf({ urgent, value }: ComplicationView): number {
  if (urgent) return 0
  return value === true ? 1 : value === 'unknown' ? 2 : 3
}

/** When a test was last done, as the record states it; null when the record does not hold it. */
export function lastDone({ prepared }: Evaluator, test: string): string | null {
  const last = factsOfTest(test, prepared)[0]
  return last ? (last.when ?? 'undated') : null
}
