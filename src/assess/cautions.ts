import type { Evaluator } from '../core/index.ts'
import type { CautionOfDrug } from '../schema/index.ts'
import { viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

const LEVELS = ['avoid', 'strong-caution', 'caution', 'info']

/**
 * The cautions of a drug for this person, gravest first. A state that is not in the record is shown as *check*; only a
 * state that is stated absent takes a caution away. The birth-defect warning stands for everybody.
 */
export function cautionsOf(drug: string, evaluator: Evaluator, viewer: Viewer): CautionOfDrug[] {
  const found: CautionOfDrug[] = []
  for (const [id, caution] of Object.entries(evaluator.prepared.engine.knowledge.care.cautions)) {
    if (!caution.drugs.includes(drug)) continue
    const tree = caution.when && evaluator.node(caution.when)
    const applies = caution.always || tree?.value === true
    if (!applies && tree?.value === false) continue
    found.push({
      id,
      level: caution.level,
      state: applies ? 'applies' : 'check',
      says: caution.says,
      ...(applies || caution.check === undefined ? undefined : { check: caution.check }),
      facts: tree?.value === true ? viewsOf(tree, viewer) : [],
      ...(caution.proposal ? { proposal: true } : undefined),
      sources: [...(caution.sources ?? [])],
    })
  }
  return found.sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || Number(a.state === 'check') - Number(b.state === 'check'),
  )
}
