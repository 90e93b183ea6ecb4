import {
  type Evaluator,
  type Explained,
  flagOf,
  holds,
  labelOf,
  losesInput,
  lower,
  type MissingItem,
  missingOf,
  say,
  shortOf,
} from '../core/index.ts'
import type { Conclusion, RedFlags, Sentence } from '../schema/index.ts'
import { verdictOf } from './diagnosis.ts'
import { firstDayMet } from './first-day.ts'
import { gradeOf } from './grade.ts'

/** How many names a sentence can carry before a reader loses the thread. */
const NAMES = 4
const TESTS = 2

/**
 * The conclusion of the default set as sentences a neurologist would accept: what is recorded already, the verdict
 * with its reasons, and the next test. Weak never begins with "met"; not met never sounds like "no POEMS".
 */
export function conclude(evaluator: Evaluator, indication: Explained, flags: RedFlags): Conclusion {
  const { engine } = evaluator.prepared
  const id = engine.knowledge.settings.defaultCriteria
  const tree = evaluator.rule(id)
  const grade = gradeOf(evaluator, id)
  const recorded = recordedDiagnosis(evaluator)
  const treated = recorded !== undefined || evaluator.prepared.treatedFrom !== undefined
  const metOn = treated && tree.value === true ? firstDayMet(evaluator.prepared, id) : undefined
  const sentences: Sentence[] = []
  if (recorded) sentences.push(say(engine, 'conclusion.recorded', { date: recorded.date }))
  if (indication.value !== true && !recorded) sentences.push(say(engine, 'conclusion.nothing'))
  else sentences.push(...verdictSentences(evaluator, tree, metOn))
  const alarming = flags.value === true && tree.value !== true
  if (alarming && flags.level === 'high' && flags.reasons[0]) sentences.push(flags.reasons[0].statement)
  // What could not be read may be the very thing that matters: no conclusion stands without saying so.
  const lost = evaluator.prepared.record.problems.filter(losesInput).length
  if (lost > 0) sentences.push(say(engine, 'conclusion.lost', { count: lost }))
  return {
    criteria: id,
    value: verdictOf(tree.value),
    ...(grade ? { grade: grade.grade } : undefined),
    indication: indication.value,
    ...(recorded ? { recorded } : undefined),
    ...(metOn ? { metOn } : undefined),
    sentences,
    statement: sentences.map((sentence) => sentence.text).join(' '),
  }
}

function recordedDiagnosis(evaluator: Evaluator): Conclusion['recorded'] {
  const key = evaluator.prepared.engine.knowledge.settings.knownDiagnosis
  const tree = evaluator.node({ kind: 'finding', key, time: 'ever' })
  const fact = tree.facts[0]
  if (tree.value !== true || !fact) return undefined
  return { date: fact.when ?? 'undated', at: fact.at, ...(fact.author ? { author: fact.author } : undefined) }
}

function verdictSentences(evaluator: Evaluator, tree: Explained, metOn: string | undefined): Sentence[] {
  switch (tree.value) {
    case true:
      return metSentences(evaluator, tree, metOn)
    case false:
      return notMetSentences(evaluator, tree)
    default:
      return undecidedSentences(evaluator, tree)
  }
}

/** The groups of the rule: the members of its outermost `all`. */
function groupsOf(tree: Explained): readonly Explained[] {
  const root = tree.of[0] ?? tree
  return root.node.kind === 'all' ? root.of : [root]
}

/** What of a group holds, named: its members for a counted group, itself for a single finding. */
function namesThatHold(evaluator: Evaluator, group: Explained): string[] {
  const { engine } = evaluator.prepared
  if (group.node.kind === 'rule' || group.of.length === 0) return group.value === true ? [shortOf(engine, group)] : []
  return group.of.filter((child) => child.value === true).map((child) => shortOf(engine, child))
}

function metSentences(evaluator: Evaluator, tree: Explained, metOn: string | undefined): Sentence[] {
  const { engine } = evaluator.prepared
  const set = tree.rule?.short ?? tree.rule?.title ?? ''
  const grade = tree.rule ? gradeOf(evaluator, tree.rule.id) : undefined
  const groups = groupsOf(tree)
  const mandatory = groups
    .filter((group) => group.node.kind === 'rule')
    .flatMap((group) => namesThatHold(evaluator, group))
  const others = groups
    .filter((group) => group.node.kind !== 'rule')
    .flatMap((group) => namesThatHold(evaluator, group))
  const args = {
    set,
    mandatory,
    others: others.length > 0 ? others : mandatory,
    grade: grade?.grade ?? 'ungraded',
    metOn: metOn ?? 'none',
  }
  const next = grade?.grade === 'strong' ? [] : firmingTests(evaluator, tree)
  const sentences =
    grade?.grade === 'weak'
      ? [say(engine, 'conclusion.weak', args), ...grade.reasons.map((reason) => reason.statement)]
      : [say(engine, 'conclusion.met', args), ...flaggedMinors(evaluator, groups)]
  for (const caution of tree.rule?.cautions ?? []) {
    if (holds(evaluator.node(caution.when))) sentences.push(say(engine, caution.says))
  }
  if (next.length > 0) sentences.push(say(engine, 'conclusion.firm', { testsThen: next }))
  return sentences
}

/** Minors that count only with reservation, named with the reservation. */
function flaggedMinors(evaluator: Evaluator, groups: readonly Explained[]): Sentence[] {
  const { prepared } = evaluator
  const minors = groups.at(-1)?.of ?? []
  const flagged = minors.filter(
    (minor) => minor.value === true && !holds(minor, (fact) => flagOf(fact, prepared) === undefined),
  )
  if (flagged.length === 0) return []
  return [
    say(prepared.engine, 'conclusion.flagged', { findings: flagged.map((minor) => shortOf(prepared.engine, minor)) }),
  ]
}

/** Tests that would firm up a met set: the first that answer what its counted groups do not state yet. */
function firmingTests(evaluator: Evaluator, tree: Explained): string[] {
  const { engine } = evaluator.prepared
  const open = groupsOf(tree)
    .flatMap((group) => group.of)
    .flatMap((child) => missingOf(child, engine))
  return testNames(evaluator, open)
}

function testNames(evaluator: Evaluator, items: readonly MissingItem[]): string[] {
  const { engine } = evaluator.prepared
  const ids = new Set<string>()
  for (const item of items) if (item.test) ids.add(item.test)
  return [...ids]
    .map((id) => ({ id, test: engine.knowledge.workup[id] }))
    .sort((a, b) => (a.test?.step ?? 0) - (b.test?.step ?? 0) || (a.test?.order ?? 0) - (b.test?.order ?? 0))
    .slice(0, TESTS)
    .map(({ id, test }) => lower(test?.title ?? id))
}

function notMetSentences(evaluator: Evaluator, tree: Explained): Sentence[] {
  const { engine } = evaluator.prepared
  const set = tree.rule?.short ?? tree.rule?.title ?? ''
  const failed = groupsOf(tree).filter((group) => group.value === false)
  const sentences = [
    say(engine, 'conclusion.not-met', {
      set,
      failed: failed.map((group) => shortOf(engine, group)),
      failedCount: failed.length,
    }),
  ]
  const suspicious = evaluator.rule('very-high-vegf-with-polyneuropathy').value === true
  if (failed.length === 1 || suspicious) {
    const repeat = failed.flatMap((group) => testsAbout(evaluator, group))
    sentences.push(say(engine, 'conclusion.not-excluded', { testsThen: repeat.slice(0, TESTS) }))
  }
  return sentences
}

/** The tests that answer a group, soonest first. */
function testsAbout(evaluator: Evaluator, group: Explained): string[] {
  const keys = new Set<string>()
  const walk = (tree: Explained): void => {
    if ('key' in tree.node) keys.add(tree.node.key)
    for (const child of tree.of) walk(child)
  }
  walk(group)
  const { testOf } = evaluator.prepared.engine
  return testNames(
    evaluator,
    [...keys].map((key) => ({ key, test: testOf.get(key)?.id, settles: false })),
  )
}

/** What speaks for another diagnosis, whatever the verdict will be. */
function elsewhereSentences(evaluator: Evaluator, tree: Explained): Sentence[] {
  const { engine } = evaluator.prepared
  const caps = tree.rule?.grade?.caps ?? []
  return caps.filter((cap) => cap.elsewhere && holds(evaluator.node(cap.when))).map((cap) => say(engine, cap.says))
}

function undecidedSentences(evaluator: Evaluator, tree: Explained): Sentence[] {
  const { engine } = evaluator.prepared
  const set = tree.rule?.short ?? tree.rule?.title ?? ''
  const groups = groupsOf(tree)
  const known = groups.flatMap((group) => namesThatHold(evaluator, group)).slice(0, NAMES)
  const open = groups.filter((group) => group.value === 'unknown').map((group) => shortOf(engine, group))
  const missing = missingOf(tree, engine)
  const asks = missing.filter((item) => item.ask !== undefined)
  const sentences = [
    say(engine, known.length > 0 ? 'conclusion.undecided' : 'conclusion.undecided-nothing', {
      set,
      known,
      knownCount: known.length,
      open,
      openCount: open.length,
    }),
  ]
  sentences.push(...elsewhereSentences(evaluator, tree))
  const next = nextTests(missing)
  if (asks[0]?.question && missing[0] === asks[0])
    sentences.push(say(engine, 'conclusion.judge', { question: asks[0].question }))
  if (next.length > 0) {
    sentences.push(
      say(engine, 'conclusion.next', { testsThen: next.map((id) => lower(engine.knowledge.workup[id]?.title ?? id)) }),
    )
  } else if (missing[0]?.key && asks.length === 0) {
    sentences.push(say(engine, 'conclusion.next', { testsThen: [lower(labelOf(engine, missing[0].key))] }))
  }
  return sentences
}

/** The first tests in the order of `missing`, which is the order in which to ask. */
function nextTests(missing: readonly MissingItem[]): string[] {
  return [...new Set(missing.flatMap((item) => (item.test ? [item.test] : [])))].slice(0, TESTS)
}
