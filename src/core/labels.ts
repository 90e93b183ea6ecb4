import type { RuleNode } from '../schema/engine.ts'
import type { Engine } from './engine.ts'
import type { Explained } from './explained.ts'
import { say } from './phrase.ts'
import type { Fact } from './record.ts'

/** The words of a finding or rule. Example: `labelOf(engine, "papilledema")` is "Papilloedema". */
export function labelOf(engine: Engine, id: string): string {
  const { findings, rules } = engine.knowledge
  return findings[id]?.label ?? rules[id]?.short ?? rules[id]?.title ?? id
}

/** A value of a choice as it is said. Example: `valueWord(engine, "treated-as", "cidp")` is "CIDP". */
export function valueWord(engine: Engine, key: string, value: string): string {
  return engine.knowledge.findings[key]?.words?.[value] ?? value.replaceAll('-', ' ')
}

/** Few words for use inside a sentence: "a clonal plasma-cell disorder". */
export function shortOf(engine: Engine, tree: Explained): string {
  const { node } = tree
  if (node.label) return node.label
  if (node.kind === 'rule') return engine.knowledge.rules[node.id]?.short ?? labelOf(engine, node.id)
  return lower(nodeLabel(engine, node))
}

/**
 * A value in the unit of its key, as it is printed: with no more digits than were given, and four at least. Conversion
 * makes many more, which nobody measured. `value` is another one that was converted with it: its limit. Example: 8.1 mmol/L of haemoglobin, 13.05234 g/dL, is printed as 13.05.
 */
export function printedValue(fact: Pick<Fact, 'value' | 'given'>, value = fact.value ?? 0): number {
  const number = /\d[\d.]*/.exec(fact.given ?? '')?.[0]
  if (number === undefined || Number(number) === fact.value) return value
  const digits = number.replace('.', '').replace(/^0+/, '').length
  return Number(value.toPrecision(Math.min(12, Math.max(4, digits))))
}

/** Lower case at the start, unless the word is an abbreviation. */
export function lower(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** What a node asks, in words; made once per node. */
export function nodeLabel(engine: Engine, node: RuleNode): string {
  const cached = engine.cache.get(node) as string | undefined
  if (cached !== undefined) return cached
  const label = node.label ?? makeLabel(engine, node)
  engine.cache.set(node, label)
  return label
}

function makeLabel(engine: Engine, node: RuleNode): string {
  switch (node.kind) {
    case 'finding':
      return labelOf(engine, node.key)
    case 'is': {
      const finding = labelOf(engine, node.key)
      if (node.threshold) return say(engine, 'node.is-value', { finding, threshold: sign(node.threshold.text) }).text
      return say(engine, `node.is-${node.limit ?? 'above'}-limit`, { finding }).text
    }
    case 'one-of':
      return say(engine, 'node.one-of', {
        finding: labelOf(engine, node.key),
        valuesOr: node.values.map((value) => valueWord(engine, node.key, value)),
      }).text
    case 'all':
    case 'any':
      return say(engine, `node.${node.kind}`, { count: node.of.length }).text
    case 'at-least':
      return say(engine, 'node.at-least', { n: node.n, count: node.of.length }).text
    case 'not':
      return say(engine, 'node.not', { inner: lower(nodeLabel(engine, node.of[0])) }).text
    case 'rule':
      return engine.knowledge.rules[node.id]?.title ?? node.id
    case 'within': {
      const [first, second] = node.of
      return say(engine, node.ordered ? 'node.within-ordered' : 'node.within', {
        first: nodeLabel(engine, first),
        second: lower(nodeLabel(engine, second)),
        window: node.text,
      }).text
    }
    case 'change':
      return say(engine, 'node.change', {
        finding: labelOf(engine, node.key),
        from: node.from === 'before-treatment' ? 'last untreated' : node.from,
        by: sign(node.by.text),
      }).text
    case 'course':
      return courseLabel(engine, node)
    default:
      return node satisfies never
  }
}

function courseLabel(engine: Engine, node: Extract<RuleNode, { kind: 'course' }>): string {
  const parts: string[] = []
  if (node.for)
    parts.push(
      say(engine, 'node.course-for', { labelsOr: node.for.map((item) => valueWord(engine, 'treated-as', item)) }).text,
    )
  if (node.with)
    parts.push(
      say(engine, 'node.course-with', { treatmentsOr: node.with.map((key) => lower(labelOf(engine, key))) }).text,
    )
  if (node.response) parts.push(say(engine, 'node.course-response', { responsesOr: node.response }).text)
  if (node.line !== undefined) parts.push(say(engine, 'node.course-line', { line: node.line }).text)
  if (node.state) parts.push(say(engine, `node.course-${node.state}`).text)
  if (node.endedBefore) parts.push(say(engine, 'node.course-ended-before', { date: node.endedBefore }).text)
  return say(engine, 'node.course', { parts: parts.join(', ') }).text
}

/** Typographic signs for a reader: ">= 450 10*9/L" becomes "≥ 450 × 10⁹/L". */
export function sign(text: string): string {
  const known = signed.get(text)
  if (known !== undefined) return known
  const typeset = typesetOf(text)
  if (signed.size < SIGNED_LIMIT) signed.set(text, typeset)
  return typeset
}

const signed = new Map<string, string>()
/** Units and thresholds are few; values are not, and must not fill the memory. */
const SIGNED_LIMIT = 2000

function typesetOf(text: string): string {
  return text
    .replace('>=', '≥')
    .replace('<=', '≤')
    .replace(/10\*9/, '× 10⁹')
    .replace(/10\*3/, '× 10³')
    .replaceAll(/\[([A-Za-z]+)\]/g, '$1')
    .replaceAll(/\{1\.73_m2\}/g, '1.73 m²')
    .replaceAll(/ ?\{[^}]*\}/g, '')
    .replace(/\bug\//, 'µg/')
}
