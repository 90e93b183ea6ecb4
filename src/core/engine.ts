import type { EngineConfounder, EngineMeasured, EngineRule, Knowledge } from '../schema/engine.ts'

type Make = EngineMeasured['makes'][number]

/** What a measurement can make of one finding, split by whom it holds for. */
export interface MeasuredFinding {
  readonly finding: string
  /** Index of the finding. */
  readonly index: number
  readonly withinMeansAbsent: boolean
  /** A measured finding is its own method: it does not contradict what a clinician saw that day. */
  readonly method: string
  /** What is beyond the limit is to be confirmed by another test. */
  readonly confirm: boolean
  readonly male: readonly Make[]
  readonly female: readonly Make[]
}

/**
 * The knowledge with its lookups made once: keys as small integers, so that a record is read by
 * array index and not by hashing strings again for each rule.
 */
export interface Engine {
  readonly knowledge: Knowledge
  readonly keyIndex: ReadonlyMap<string, number>
  readonly keyCount: number
  /** Measured findings by the index of the measurement. */
  readonly measuredBy: readonly (readonly MeasuredFinding[] | undefined)[]
  /** Confounders by the index of the key they flag. */
  readonly confoundersBy: readonly (readonly EngineConfounder[] | undefined)[]
  /** Keys of treatments directed at the plasma cells: they end the time before treatment. */
  readonly plasmaCellDirected: ReadonlySet<string>
  /** For each key the test that answers it soonest. */
  readonly testOf: ReadonlyMap<string, { readonly id: string; readonly step: number; readonly order: number }>
  /** Values derived from the engine by other modules, made on first use. */
  readonly cache: Map<unknown, unknown>
}

/**
 * Makes an engine of compiled knowledge. Findings and rules share one id space: a fact whose key is
 * a rule is a clinician's judgement of that rule.
 * Example: `const engine = createEngine(knowledge)`.
 */
export function createEngine(knowledge: Knowledge): Engine {
  const keyIndex = new Map<string, number>()
  for (const key of Object.keys(knowledge.findings)) keyIndex.set(key, keyIndex.size)
  for (const [id, rule] of Object.entries(knowledge.rules)) {
    if (!keyIndex.has(id)) keyIndex.set(id, keyIndex.size)
    for (const ask of rule.askWhen ?? []) if (!keyIndex.has(ask.id)) keyIndex.set(ask.id, keyIndex.size)
  }
  const measuredBy: (readonly MeasuredFinding[] | undefined)[] = new Array(keyIndex.size).fill(undefined)
  for (const entry of knowledge.measured)
    measuredBy[indexOf(keyIndex, entry.measurement)] = measuredFindings(keyIndex, entry)
  const confoundersBy: (EngineConfounder[] | undefined)[] = []
  for (const confounder of knowledge.confounders) {
    for (const key of confounder.keys) {
      const index = indexOf(keyIndex, key)
      confoundersBy[index] = [...(confoundersBy[index] ?? []), confounder]
    }
  }
  const testOf = new Map<string, { id: string; step: number; order: number }>()
  for (const [id, test] of Object.entries(knowledge.workup)) {
    for (const key of test.answers) {
      const known = testOf.get(key)
      if (!known || test.step < known.step || (test.step === known.step && test.order < known.order)) {
        testOf.set(key, { id, step: test.step, order: test.order })
      }
    }
  }
  const plasmaCellDirected = new Set(
    Object.entries(knowledge.findings)
      .filter(([, finding]) => finding.directedAtPlasmaCells)
      .map(([key]) => key),
  )
  return {
    knowledge,
    keyIndex,
    keyCount: keyIndex.size,
    measuredBy,
    confoundersBy,
    plasmaCellDirected,
    testOf,
    cache: new Map(),
  }
}

function measuredFindings(keyIndex: ReadonlyMap<string, number>, entry: EngineMeasured): readonly MeasuredFinding[] {
  return [...new Set(entry.makes.map((make) => make.finding))].map((finding) => {
    const makes = entry.makes.filter((make) => make.finding === finding)
    return {
      finding,
      index: indexOf(keyIndex, finding),
      withinMeansAbsent: entry.withinMeansAbsent,
      method: `measured: ${entry.measurement}`,
      confirm: makes.some((make) => make.confirm),
      male: makes.filter((make) => make.sex !== 'female'),
      female: makes.filter((make) => make.sex !== 'male'),
    }
  })
}

function indexOf(index: ReadonlyMap<string, number>, key: string): number {
  const found = index.get(key)
  if (found === undefined) throw new Error(`knowledge names "${key}", which is neither a finding nor a rule`)
  return found
}

/** The rule of an id. Throws on an id the knowledge does not have: that is our own bug. */
export function ruleOf(engine: Engine, id: string): EngineRule {
  const rule = engine.knowledge.rules[id]
  if (!rule) throw new Error(`no rule "${id}" in the knowledge`)
  return rule
}
