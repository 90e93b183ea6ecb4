import { type Engine, labelOf, nodeLabel, say, valueWord } from '../../core/index.ts'
import type { EngineMeasured, RuleNode } from '../../schema/engine.ts'
import type { ProseLine, Reference } from './line.ts'
import { detailsOf, mustBe, thresholdWords } from './words.ts'

/** How a denial is meant: a verdict wants the absence stated, a grade reads what is present only. */
export type Reading = 'verdict' | 'shown'

/** A line that asks for one thing. `denied` asks that it is not so. */
export function leafLine(engine: Engine, node: RuleNode, reading: Reading, denied = false): ProseLine {
  const about = referenceOf(engine, node)
  const must = denied ? deniedMust(engine, node, reading) : wantedMust(engine, node)
  const details = [...detailsOf(engine, node, denied && reading === 'verdict'), ...judged(engine, node, about)]
  return {
    says: nameOf(engine, node, denied),
    ...(about && { about }),
    ...(must !== undefined && { must }),
    details,
    ...marksOf(node),
    of: [],
    measured: denied ? [] : measuredLines(engine, node),
  }
}

/** Marks and sources of a node, as far as it has them. */
export function marksOf(
  node: Pick<RuleNode, 'proposal' | 'unverified' | 'sources'>,
): Pick<ProseLine, 'proposal' | 'unverified' | 'sources'> {
  const { proposal, unverified, sources } = node
  return { ...(proposal && { proposal }), ...(unverified && { unverified }), ...(sources && { sources }) }
}

function nameOf(engine: Engine, node: RuleNode, denied: boolean): string {
  // The author's own words say what must be so; denied, they would say it twice.
  if (node.label && !denied) return node.label
  if (node.kind === 'is' || node.kind === 'one-of') return labelOf(engine, node.key)
  return nodeLabel(engine, node)
}

function wantedMust(engine: Engine, node: RuleNode): string | undefined {
  if (node.kind === 'one-of' && !node.label)
    return say(engine, 'prose.one-of', { valuesOr: valuesOf(engine, node) }).text
  if (node.kind !== 'is') return undefined
  const must = mustBe(engine, node)
  // "serum VEGF of 1000 pg/mL or more" needs no second number.
  if (node.label && node.threshold && node.label.includes(String(node.threshold.value))) return undefined
  return node.label ? `(${labelOf(engine, node.key)} ${must})` : must
}

function deniedMust(engine: Engine, node: RuleNode, reading: Reading): string {
  const shown = reading === 'shown'
  switch (node.kind) {
    case 'is': {
      const must = shown
        ? `${mustBe(engine, node)}: ${say(engine, 'prose.not-shown').text}`
        : node.threshold
          ? say(engine, 'prose.not-beyond', { threshold: thresholdWords(engine, node.threshold) }).text
          : say(engine, `prose.not-${node.limit ?? 'above'}-limit`).text
      return must
    }
    case 'one-of':
      if (shown) return say(engine, 'prose.one-of-not-shown', { valuesOr: valuesOf(engine, node) }).text
      return say(engine, 'prose.one-of-not', { valuesOr: valuesOf(engine, node) }).text
    case 'rule': {
      if (shown) return say(engine, 'prose.not-shown').text
      const plain = engine.knowledge.rules[node.id]?.when !== undefined
      return say(engine, plain ? 'prose.rule-fails' : 'prose.rule-absent').text
    }
    default:
      return say(engine, shown ? 'prose.not-shown' : 'prose.absent').text
  }
}

function valuesOf(engine: Engine, node: Extract<RuleNode, { kind: 'one-of' }>): readonly string[] {
  return node.values.map((value) => valueWord(engine, node.key, value))
}

function referenceOf(engine: Engine, node: RuleNode): Reference | undefined {
  if (node.kind === 'rule') return { kind: 'rule', id: node.id }
  if (!('key' in node)) return undefined
  const { findings, rules } = engine.knowledge
  const own = Object.hasOwn(findings, node.key) || !Object.hasOwn(rules, node.key)
  return { kind: own ? 'finding' : 'judgement', id: node.key }
}

function judged(engine: Engine, node: RuleNode, about: Reference | undefined): readonly string[] {
  if (about?.kind !== 'judgement') return []
  const word = say(engine, 'prose.judgement').text
  return node.label?.includes('judgement') ? [] : [word]
}

/** The measurements beyond whose limit the finding is read as present. */
function measuredLines(engine: Engine, node: RuleNode): readonly ProseLine[] {
  if (node.kind !== 'finding') return []
  return engine.knowledge.measured.flatMap(({ measurement, makes }) =>
    makes.filter(({ finding }) => finding === node.key).map((make) => measuredLine(engine, measurement, make)),
  )
}

function measuredLine(engine: Engine, measurement: string, make: EngineMeasured['makes'][number]): ProseLine {
  const details = [
    ...(make.sex ? [say(engine, 'prose.measured-in', { sex: make.sex }).text] : []),
    ...(make.value
      ? []
      : make.withoutLimit
        ? [say(engine, 'prose.without-limit', { threshold: thresholdWords(engine, make.withoutLimit) }).text]
        : [say(engine, 'prose.no-fallback').text]),
    ...(make.confirm ? [say(engine, 'prose.to-confirm').text] : []),
  ]
  return {
    says: labelOf(engine, measurement),
    about: { kind: 'finding', id: measurement },
    must: make.value ? thresholdWords(engine, make.value) : say(engine, `prose.${make.when}-limit`).text,
    details,
    sources: make.sources,
    of: [],
    measured: [],
  }
}
