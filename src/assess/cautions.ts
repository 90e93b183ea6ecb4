import type { Engine, Evaluator } from '../core/index.ts'
import type { CautionOfDrug, Compiled, DrugCaution } from '../schema/index.ts'
import { viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

type Entry = readonly [string, Compiled<DrugCaution>]

const LEVELS = ['avoid', 'strong-caution', 'caution', 'info']
const NONE: readonly Entry[] = []
/** A caution is asked once per person, however many options share its drug. */
const asked = new WeakMap<Evaluator, Map<string, CautionOfDrug | undefined>>()

/**
 * The cautions of a drug for this person, gravest first. A state that is not in the record is shown as *check*; only a
 * state that is stated absent takes a caution away. The birth-defect warning stands for everybody.
 */
export function cautionsOf(drug: string, evaluator: Evaluator, viewer: Viewer): CautionOfDrug[] {
  const entries = cautionsByDrug(evaluator.prepared.engine).get(drug) ?? NONE
  const found = entries.map((entry) => cautionOf(entry, evaluator, viewer)).filter((caution) => caution !== undefined)
  return found.sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || Number(a.state === 'check') - Number(b.state === 'check'),
  )
}

function cautionOf([id, caution]: Entry, evaluator: Evaluator, viewer: Viewer): CautionOfDrug | undefined {
  const known = asked.get(evaluator) ?? new Map<string, CautionOfDrug | undefined>()
  asked.set(evaluator, known)
  if (known.has(id)) return known.get(id)
  const view = viewOf(id, caution, evaluator, viewer)
  known.set(id, view)
  return view
}

function viewOf(
  id: string,
  caution: Compiled<DrugCaution>,
  evaluator: Evaluator,
  viewer: Viewer,
): CautionOfDrug | undefined {
  const tree = caution.when && evaluator.node(caution.when)
  const applies = caution.always || tree?.value === true
  if (!applies && tree?.value === false) return undefined
  return {
    id,
    level: caution.level,
    state: applies ? 'applies' : 'check',
    says: caution.says,
    ...(applies || caution.check === undefined ? undefined : { check: caution.check }),
    facts: tree?.value === true ? viewsOf(tree, viewer) : [],
    ...(caution.proposal ? { proposal: true } : undefined),
    sources: [...(caution.sources ?? [])],
  }
}

function cautionsByDrug(engine: Engine): ReadonlyMap<string, readonly Entry[]> {
  const known = engine.cache.get(cautionsByDrug) as ReadonlyMap<string, readonly Entry[]> | undefined
  if (known) return known
  const table = new Map<string, Entry[]>()
  for (const entry of Object.entries(engine.knowledge.care.cautions)) {
    for (const drug of entry[1].drugs) table.set(drug, [...(table.get(drug) ?? []), entry])
  }
  engine.cache.set(cautionsByDrug, table)
  return table
}
