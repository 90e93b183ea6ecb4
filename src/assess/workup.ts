import {
  type Engine,
  type Evaluator,
  type Fact,
  labelOf,
  lower,
  type MissingItem,
  missingOf,
  say,
} from '../core/index.ts'
import type { EngineTest, RuleNode, StatementView, WorkupItem } from '../schema/index.ts'
import { factsOfTest, testsFor } from './done.ts'
import { statementsOf, statementsThatAreTrue } from './statement.ts'
import type { Viewer } from './view.ts'

/** How many findings a reason can name before a reader loses the thread. */
const NAMES = 4
const LAST = Number.MAX_SAFE_INTEGER
const NONE: readonly MissingItem[] = []
const IMMUNOFIXATION: RuleNode = { kind: 'finding', key: 'm-protein-ife', time: 'ever' }
const STATUS_ORDER = { due: 0, repeat: 1, done: 2, 'not-needed': 3 } as const

interface Weighed {
  readonly item: Omit<WorkupItem, 'rank'>
  readonly weight: readonly number[]
}

/**
 * Every test of the work-up: done, due, to be repeated or not needed, ranked by how much it could still change the
 * verdict of the default set, then by its step and burden. `baseline` says that the person has, or is treated for,
 * POEMS: then what belongs to the baseline is due too, in the order of the gaps that matter.
 */
export function workup(evaluator: Evaluator, viewer: Viewer, baseline: boolean): WorkupItem[] {
  const { engine } = evaluator.prepared
  const missing = byTest(missingOf(evaluator.rule(engine.knowledge.settings.defaultCriteria), engine), engine)
  const weighed = Object.entries(engine.knowledge.workup).map(([id, test]) =>
    weigh(
      { id, test, asked: missing.get(id) ?? NONE, baseline: baseline && test.baseline === true },
      evaluator,
      viewer,
    ),
  )
  weighed.sort((a, b) => byWeight(a.weight, b.weight))
  return weighed.map(({ item }, i) => ({ ...item, rank: i + 1 }))
}

/** What is missing, by each test that answers it. */
function byTest(missing: readonly MissingItem[], engine: Engine): ReadonlyMap<string, readonly MissingItem[]> {
  const table = new Map<string, MissingItem[]>()
  for (const item of missing) {
    for (const test of item.key === undefined ? [] : testsFor(item.key, engine)) {
      const list = table.get(test)
      if (list) list.push(item)
      else table.set(test, [item])
    }
  }
  return table
}

function byWeight(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

interface Asked {
  readonly id: string
  readonly test: EngineTest
  /** What is missing among its answers. */
  readonly asked: readonly MissingItem[]
  readonly baseline: boolean
}

function weigh({ id, test, asked, baseline }: Asked, evaluator: Evaluator, viewer: Viewer): Weighed {
  const { prepared } = evaluator
  const facts = factsOfTest(id, prepared)
  const wanted = asked.filter((item) => isNext(id, item.key as string, evaluator))
  const unclear =
    facts.length > 0 && wanted.some((item) => item.reason === 'equivocal' || item.reason === 'facts-contradict')
  const repeats = facts.length > 0 ? statementsThatAreTrue(test.repeat ?? [], test.sources, evaluator, viewer) : []
  const gap =
    baseline && facts.length === 0 && !(test.or ?? []).some((other) => factsOfTest(other, prepared).length > 0)
  const status =
    unclear || repeats.length > 0
      ? 'repeat'
      : wanted.length > 0 || gap
        ? 'due'
        : facts.length > 0
          ? 'done'
          : 'not-needed'
  return {
    weight: [
      STATUS_ORDER[status],
      wanted.length > 0 ? 0 : 1,
      wanted.some((item) => item.settles) ? 0 : 1,
      wanted.length === 0 && gap ? (test.gap ?? LAST) : 0,
      test.step,
      test.order,
    ],
    item: {
      test: id,
      title: test.title,
      question: test.question,
      status,
      answers: facts.map((fact) => viewer.fact(fact)),
      open: asked.map((item) => item.key as string),
      why: whyOf({ id, status, wanted, asked, facts, repeats }, evaluator),
      step: test.step,
      burden: test.burden,
      baseline: test.baseline ?? false,
      performance: statementsOf(test.performance, test.sources),
      traps: statementsOf(test.traps, test.sources),
      ...(test.proposal ? { proposal: true } : undefined),
      sources: [...(test.sources ?? [])],
    },
  }
}

/** What a test answers sooner is that test's to ask; once it was done and left the question open, the next one asks. */
function isNext(id: string, key: string, { prepared }: Evaluator): boolean {
  const tests = testsFor(key, prepared.engine)
  const next = tests.find((test) => factsOfTest(test, prepared).length === 0)
  return id === tests[0] || id === next
}

interface Found {
  readonly id: string
  readonly status: WorkupItem['status']
  readonly wanted: readonly MissingItem[]
  readonly asked: readonly MissingItem[]
  readonly facts: readonly Fact[]
  readonly repeats: readonly StatementView[]
}

function whyOf({ id, status, wanted, asked, facts, repeats }: Found, evaluator: Evaluator): string {
  const { engine } = evaluator.prepared
  const findings = [...new Set(wanted.map((item) => lower(labelOf(engine, item.key ?? ''))))].slice(0, NAMES)
  switch (status) {
    case 'repeat':
      return repeats[0]?.says ?? say(engine, 'workup.repeat', { findings }).text
    case 'due':
      if (wanted.length === 0) return say(engine, 'workup.baseline').text
      return say(engine, facts.length > 0 ? 'workup.due-rest' : 'workup.due', { findings }).text
    case 'done':
      return say(engine, aloneNegative(facts, evaluator) ? 'workup.electrophoresis-alone' : 'workup.done').text
    case 'not-needed': {
      const sooner = asked
        .map((item) => testsFor(item.key as string, engine)[0])
        .filter((test) => test !== undefined && test !== id)
      if (sooner.length === 0) return say(engine, 'workup.not-needed').text
      const tests = [...new Set(sooner)]
        .slice(0, NAMES)
        .map((test) => lower(engine.knowledge.workup[test as string]?.title ?? ''))
      return say(engine, 'workup.later', { tests }).text
    }
  }
}

/** A negative electrophoresis without an immunofixation: it closes nothing, and that is said where it stands. */
function aloneNegative(facts: readonly Fact[], evaluator: Evaluator): boolean {
  const negative = facts.some((fact) => fact.key === 'm-protein-spep' && fact.status === 'absent')
  return negative && evaluator.node(IMMUNOFIXATION).value === 'unknown'
}
