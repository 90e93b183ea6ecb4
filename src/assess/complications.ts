import type { Evaluator } from '../core/index.ts'
import type { ComplicationView } from '../schema/index.ts'
import { statementOf, viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

/**
 * Each complication: whether its trigger holds, when its screening tests were last done, and what to do then.
 * A screen that was never done is a gap, for everybody with POEMS; a trigger that is not stated is not absent.
 */
export function complications(evaluator: Evaluator, viewer: Viewer): ComplicationView[] {
  const { engine } = evaluator.prepared
  return Object.entries(engine.knowledge.care.complications).map(([id, entry]) => {
    const tree = evaluator.node(entry.trigger)
    return {
      id,
      title: entry.title,
      value: tree.value,
      urgent: entry.urgent ? evaluator.node(entry.urgent).value === true : false,
      facts: viewsOf(tree, viewer),
      frequency: entry.frequency.map((told) => statementOf(told, entry.sources)),
      screen: entry.screen.map((test) => {
        const last = lastDone(evaluator, test)
        return { test, title: engine.knowledge.workup[test]?.title ?? test, last, gap: last === null }
      }),
      actions: entry.actions.map((told) => statementOf(told, entry.sources)),
      sources: [...(entry.sources ?? [])],
    }
  })
}

/** When a test was last done, as the record states it; null when the record does not hold it. */
export function lastDone(evaluator: Evaluator, test: string): string | null {
  const { engine, factsBy } = evaluator.prepared
  let last: { to: number; when: string } | undefined
  for (const key of engine.knowledge.workup[test]?.answers ?? []) {
    const fact = factsBy[engine.keyIndex.get(key) as number]?.at(-1)
    if (fact && !fact.madeFrom && (!last || fact.to > last.to)) last = { to: fact.to, when: fact.when ?? 'undated' }
  }
  return last?.when ?? null
}
