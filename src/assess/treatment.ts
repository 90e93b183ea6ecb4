import { type Evaluator, labelOf, type MissingItem, missingOf } from '../core/index.ts'
import type { Compiled, PathwayNode, TreatmentView } from '../schema/index.ts'
import { cautionsOf } from './cautions.ts'
import { conflictsAbout } from './conflicts.ts'
import { statementOf, statementsOf, statementsThatAreTrue, viewsOf } from './statement.ts'
import type { Viewer } from './view.ts'

type Step = TreatmentView['path'][number]

/**
 * The treatment pathway as a walk: at each node this record's answer, what it rests on and what is missing; then the
 * options to discuss with their published outcomes and this person's cautions. No doses, no orders, no choice.
 * `basis` says whether POEMS is recorded, or the criteria are met on more than weak evidence.
 */
export function treatment(evaluator: Evaluator, viewer: Viewer, basis: TreatmentView['basis']): TreatmentView {
  const { engine } = evaluator.prepared
  const { care } = engine.knowledge
  const path = walk(evaluator, viewer)
  const discuss = [...new Set(path.flatMap((step) => step.discuss))]
  const regimens = Object.entries(care.regimens).filter(([, regimen]) =>
    regimen.discuss.some((output) => discuss.includes(output)),
  )
  const options = regimens.map(([id, regimen]) => ({
    regimen: id,
    title: regimen.title,
    drugs: [...regimen.drugs],
    outcomes: regimen.outcomes.map((outcome) => ({ ...outcome, sources: [...outcome.sources] })),
    cautions: regimen.drugs.flatMap((drug) => cautionsOf(drug, evaluator, viewer)).filter(onceById()),
  }))
  const apart = cautionsApart(options, evaluator, viewer)
  const considerations = Object.entries(care.considerations).filter(
    ([, entry]) => evaluator.node(entry.when).value === true,
  )
  const used = [
    ...path.map((step) => step.node),
    ...options.flatMap((option) => [option.regimen, ...option.drugs, ...option.cautions.map((caution) => caution.id)]),
    ...apart.flatMap(({ drug, cautions }) => [drug, ...cautions.map((caution) => caution.id)]),
    ...considerations.map(([id]) => id),
  ]
  return {
    basis,
    path,
    discuss,
    options,
    cautions: apart,
    considerations: considerations.map(([id, entry]) => ({
      id,
      title: entry.title,
      says: entry.says,
      factors: statementsThatAreTrue(entry.factors, entry.sources, evaluator, viewer),
      opposing: statementsThatAreTrue(entry.opposing, entry.sources, evaluator, viewer),
      positions: statementsOf(entry.positions, entry.sources),
    })),
    conflicts: conflictsAbout(engine, used),
  }
}

/** From the first node along the answers that hold; a node without an answer ends its branch and says what is missing. */
function walk(evaluator: Evaluator, viewer: Viewer): Step[] {
  const { pathway } = evaluator.prepared.engine.knowledge.care
  const start = Object.entries(pathway).find(([, node]) => node.step === 0)
  const steps = new Map<string, Step>()
  const open = start ? [start[0]] : []
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const node = pathway[id]
    if (!node || steps.has(id)) continue
    const { step, next } = answerAt(id, node, evaluator, viewer)
    steps.set(id, step)
    open.push(...next)
  }
  return [...steps.values()].sort((a, b) => a.step - b.step)
}

function answerAt(
  id: string,
  node: Compiled<PathwayNode>,
  evaluator: Evaluator,
  viewer: Viewer,
): { step: Step; next: readonly string[] } {
  const { engine } = evaluator.prepared
  const trees = node.answers.map((answer) => ({ answer, tree: evaluator.node(answer.when) }))
  const held = trees.find(({ tree }) => tree.value === true)
  const missing = new Map<string, MissingItem>()
  if (!held) {
    for (const { tree } of trees)
      for (const item of missingOf(tree, engine)) missing.set(item.ask ?? item.key ?? '', item)
  }
  const considerations = (node.considerations ?? []).flatMap((item) =>
    item.when === undefined
      ? [statementOf(item, node.sources)]
      : statementsThatAreTrue([{ ...item, when: item.when }], node.sources, evaluator, viewer),
  )
  const step: Step = {
    node: id,
    step: node.step,
    title: node.title,
    question: node.question,
    answer: held?.answer.id ?? 'undetermined',
    ...(held ? { says: held.answer.says } : undefined),
    discuss: [...(held?.answer.discuss ?? [])],
    facts: held ? viewsOf(held.tree, viewer) : [],
    missing: [...missing.values()].map((item) => viewer.missing(item)),
    considerations,
    ...(held?.answer.proposal || node.proposal ? { proposal: true } : undefined),
    sources: [...(held?.answer.sources ?? node.sources ?? [])],
  }
  return { step, next: held?.answer.next ?? [] }
}

/** Cautions of drugs that are no option here but that this person receives, or that must never be given. */
function cautionsApart(
  options: TreatmentView['options'],
  evaluator: Evaluator,
  viewer: Viewer,
): TreatmentView['cautions'] {
  const { engine, courses, asOf } = evaluator.prepared
  const shown = new Set(options.flatMap((option) => option.drugs))
  const taken = courses
    .filter((course) => course.stop === undefined || course.stop.from > asOf)
    .flatMap((course) => course.with)
    // What was given once is over, though its course names no end.
    .filter((drug) => !engine.knowledge.findings[drug]?.givenOnce)
  const avoided = Object.values(engine.knowledge.care.cautions).filter(
    (caution) => caution.level === 'avoid' && caution.always,
  )
  const drugs = new Set([...taken, ...avoided.flatMap((caution) => caution.drugs)])
  return [...drugs]
    .filter((drug) => !shown.has(drug))
    .map((drug) => ({ drug, title: labelOf(engine, drug), cautions: cautionsOf(drug, evaluator, viewer) }))
    .filter((entry) => entry.cautions.length > 0)
}

function onceById(): (item: { id: string }) => boolean {
  const seen = new Set<string>()
  return ({ id }) => !seen.has(id) && seen.add(id) !== undefined
}
