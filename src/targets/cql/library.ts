import type { Engine } from '../../core/index.ts'
import type { FactNode } from '../../schema/engine.ts'
import {
  CHANGE_FUNCTIONS,
  COMPLETE,
  COURSE,
  COURSE_FUNCTIONS,
  FACT,
  FUNCTIONS,
  NO_END,
  WITHIN_FUNCTIONS,
} from './functions.ts'
import { leafText, type Where } from './leaf.ts'
import { keysOf, Leaves } from './leaves.ts'
import { citedAs, closureOf, defineText, ruleText } from './rule.ts'
import { identifier, isExact, remark, text } from './spelling.ts'

/** A library of CQL, and what it reads. */
export interface CqlLibrary {
  readonly name: string
  readonly version: string
  readonly text: string
  /** The rules it defines, each under its id. */
  readonly rules: readonly string[]
  /** The keys whose facts it reads. */
  readonly keys: readonly string[]
  /** What CQL cannot say exactly: also written in the text. */
  readonly inexact: readonly string[]
}

/** What stands before and between the functions, by where the facts come from. */
export interface Head extends Where {
  readonly opening: (keys: readonly string[]) => string
  readonly facts: (keys: readonly string[]) => string
  /** What stands behind the name of a define that is asked: nothing, or the day asked for. */
  readonly call: string
  /** What is written after the rules. */
  readonly closing?: string
}

const PLAIN: Head = {
  opening:
    () => `// Facts are handed in as lists. They are those of a prepared record: what is measured beyond its limit, the treatments
// and labels of courses, and declared silence are facts of their own. Days are whole numbers since 1970-01-01.
parameter Facts List<${FACT}>
parameter Courses List<${COURSE}>
// Periods in which silence about a key means no.
parameter Complete List<${COMPLETE}>
// The day asked for; by default everything is taken. Facts after it are not handed in.
parameter AsOf Integer default ${NO_END}
// The first day of a treatment directed at the plasma cells; by default none is dated.
parameter TreatedFrom Integer default ${NO_END}

context Unfiltered
`,
  facts: () => `define function FactsOf(wanted String):
  Facts F where F.key = wanted return all F
`,
  factsOf: (key) => `FactsOf(${text(key)})`,
  courses: 'Courses',
  asOf: 'AsOf',
  treatedFrom: 'TreatedFrom',
  call: '',
}

/**
 * Rules as a library of CQL over plain lists of facts, with a define for each rule and each leaf. `factLists` makes the
 * parameters. Throws on an id the knowledge does not have.
 * Example: `cqlLibrary(engine, ["mayo-2007"], "Mayo2007").text`.
 */
export function cqlLibrary(engine: Engine, ids: readonly string[], name: string, head: Head = PLAIN): CqlLibrary {
  const leaves = new Leaves(head.call)
  const rules = closureOf(engine, ids)
  const written = rules.map((rule) => ruleText(engine, rule, leaves))
  const keys = [...new Set(leaves.list.flatMap(({ node }) => keysOf(node)))].sort()
  const inexact = leaves.list.flatMap(({ name: leaf, node }) =>
    numbersOf(node)
      .filter((number) => !isExact(number))
      .map((number) => `${leaf}: ${number} is rounded to eight places after the point.`),
  )
  const { version } = engine.knowledge
  const parts = [
    opening(name, version, inexact),
    head.opening(keys),
    head.facts(keys),
    FUNCTIONS,
    COURSE_FUNCTIONS,
    ...(leaves.list.some(({ node }) => node.kind === 'within') ? [WITHIN_FUNCTIONS] : []),
    ...(leaves.list.some(({ node }) => node.kind === 'change') ? [CHANGE_FUNCTIONS] : []),
    ...leaves.list.map(({ name: leaf, node }) => {
      const about = `${labelOf(engine, node)}${citedAs(engine, node.sources)}`
      return `${remark(about)}\n${defineText(leaf, leaves)}\n  ${leafText(node, head)}\n`
    }),
    ...written,
    ...(head.closing === undefined ? [] : [head.closing]),
  ]
  return { name, version, text: parts.join('\n'), rules: rules.map((rule) => rule.id), keys, inexact }
}

function opening(name: string, version: string, inexact: readonly string[]): string {
  return `${remark('Written by Scansion from its rules; change the rule, not this text.')}
// Every define is true, false or null: null means that the record does not say, which is never no.
// CQL keeps eight places after the point and numbers below 10^20: a change nearer to its threshold than that may differ.
${inexact.map((line) => `${remark(line)}\n`).join('')}library ${identifier(name)} version ${text(version)}
`
}

function labelOf({ knowledge }: Engine, node: FactNode): string {
  const label = (key: string) => knowledge.findings[key]?.label ?? knowledge.rules[key]?.title ?? key
  const off = node.unverified ? ' (unverified, switched off)' : ''
  return `${node.label ?? keysOf(node).map(label).join(' and ')}${off}`
}

function numbersOf(node: FactNode): readonly number[] {
  switch (node.kind) {
    case 'is':
      return [node.threshold, node.orWithoutLimit].flatMap((threshold) => (threshold ? [threshold.value] : []))
    case 'change':
      return [node.by.value]
    case 'within':
      return [node.days, ...node.of.flatMap(numbersOf)]
    case 'finding':
    case 'one-of':
    case 'course':
      return []
    default:
      return node satisfies never
  }
}
