import { type Evaluator, type Fact, missingOf, type MissingItem, say } from '../core/index.ts'
import type { EngineTest, WorkupItem } from '../schema/index.ts'
import { labelOf, lower } from './labels.ts'
import { statementOf, statementsThatAreTrue } from './statement.ts'
import type { Viewer } from './view.ts'

interface Weighed {
  readonly item: Omit<WorkupItem, 'rank'>
  /** Alone it can settle a group of the default set that is open. */
  readonly settles: boolean
  readonly order: number
}

const STATUS_ORDER = { due: 0, repeat: 1, done: 2, 'not-needed': 3 } as const

/**
 * Every test of the work-up: done, due, to be repeated or not needed, ranked by how much it could still change the
 * verdict of the default set, then by its step and burden. `baseline` says that the person has, or is treated for, POEMS:
 * then what belongs to the baseline is due too. Empty unless something gives a reason to look.
 */
export function workup(evaluator: Evaluator, viewer: Viewer, baseline: boolean): WorkupItem[] {
  const { engine } = evaluator.prepared
  const missing = missingOf(evaluator.rule(engine.knowledge.settings.defaultCriteria), engine)
  const weighed = Object.entries(engine.knowledge.workup).map(([id, test]) => weigh(id, test, missing, baseline, evaluator, viewer))
  weighed.sort(
    (a, b) =>
      STATUS_ORDER[a.item.status] - STATUS_ORDER[b.item.status] ||
      Number(b.settles) - Number(a.settles) ||
      a.item.step - b.item.step ||
      a.order - b.order,
  )
  return weighed.map(({ item }, i) => ({ ...item, rank: i + 1 }))
}

function weigh(
  id: string,
  test: EngineTest,
  missing: readonly MissingItem[],
  baseline: boolean,
  evaluator: Evaluator,
  viewer: Viewer,
): Weighed {
  const { prepared } = evaluator
  const { engine } = prepared
  const facts = answersOf(test, evaluator)
  // What another test answers sooner is that test's to ask; a key without facts stays open here too.
  const asked = missing.filter((item) => item.key !== undefined && test.answers.includes(item.key))
  const again = asked.some((item) => item.reason === 'equivocal' || item.reason === 'facts-contradict')
  const repeats = statementsThatAreTrue(test.repeat ?? [], test.sources, evaluator, viewer)
  const wanted = asked.some((item) => item.test === id) || (asked.length > 0 && facts.length === 0)
  const status = statusOf(facts.length > 0, wanted, again || (facts.length > 0 && repeats.length > 0), baseline && test.baseline === true)
  return {
    settles: asked.some((item) => item.settles),
    order: test.order,
    item: {
      test: id,
      title: test.title,
      question: test.question,
      status,
      answers: facts.map((fact) => viewer.fact(fact)),
      open: asked.map((item) => item.key as string),
      why: status === 'repeat' && repeats[0] ? repeats[0].says : whyOf(status, asked, facts, baseline && test.baseline === true, evaluator),
      step: test.step,
      burden: test.burden,
      baseline: test.baseline ?? false,
      performance: (test.performance ?? []).map((told) => statementOf(told, test.sources)),
      traps: (test.traps ?? []).map((told) => statementOf(told, test.sources)),
      ...(test.proposal ? { proposal: true } : undefined),
      sources: [...(test.sources ?? [])],
    },
  }
}

/** What the record holds of a test's answers, newest first, without what Scansion made of them. */
function answersOf(test: EngineTest, { prepared }: Evaluator): readonly Fact[] {
  const facts = test.answers.flatMap((key) => prepared.factsBy[prepared.engine.keyIndex.get(key) as number] ?? [])
  return facts.filter((fact) => !fact.madeFrom).sort((a, b) => b.to - a.to)
}

function statusOf(done: boolean, wanted: boolean, again: boolean, baseline: boolean): WorkupItem['status'] {
  if (again) return 'repeat'
  if (wanted) return 'due'
  if (done) return 'done'
  return baseline ? 'due' : 'not-needed'
}

function whyOf(status: WorkupItem['status'], asked: readonly MissingItem[], facts: readonly Fact[], baseline: boolean, evaluator: Evaluator): string {
  const { engine } = evaluator.prepared
  const labels = [...new Set(asked.map((item) => lower(labelOf(engine, item.key ?? ''))))].slice(0, 4)
  switch (status) {
    case 'repeat':
      return say(engine, 'workup.repeat', { findings: labels }).text
    case 'due':
      if (asked.length === 0 && baseline) return say(engine, 'workup.baseline').text
      return say(engine, facts.length > 0 ? 'workup.due-rest' : 'workup.due', { findings: labels }).text
    case 'done': {
      const electrophoresisOnly = facts.some((fact) => fact.key === 'm-protein-spep' && fact.status === 'absent') && aloneNegative(evaluator)
      return say(engine, electrophoresisOnly ? 'workup.electrophoresis-alone' : 'workup.done').text
    }
    case 'not-needed':
      return say(engine, 'workup.not-needed').text
  }
}

/** A negative electrophoresis without an immunofixation: it closes nothing, and that is said where it stands. */
function aloneNegative(evaluator: Evaluator): boolean {
  return evaluator.node({ kind: 'finding', key: 'm-protein-ife', time: 'ever' }).value === 'unknown'
}
