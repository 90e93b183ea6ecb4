import { parseDay } from '../../core/index.ts'
import type { ChangeNode, CourseNode, FactNode, LeafNode, Threshold, WithinNode } from '../../schema/engine.ts'
import { decimal, text, texts } from './spelling.ts'

/** Where a library finds what a leaf reads: expressions of CQL. */
export interface Where {
  readonly factsOf: (key: string) => string
  readonly courses: string
  /** The day asked for. */
  readonly asOf: string
  /** The first day of a treatment directed at the plasma cells. */
  readonly treatedFrom: string
}

/** A leaf as an expression of CQL: true, false or null. An unverified one is switched off, and null. */
export function leafText(node: FactNode, where: Where): string {
  if (node.unverified) return '(null as Boolean)'
  switch (node.kind) {
    case 'finding':
    case 'is':
    case 'one-of':
      return `${joined(node)}(${readings(node, where)})`
    case 'within':
      return withinText(node, where)
    case 'change':
      return changeText(node, where)
    case 'course':
      return courseText(node, where)
    default:
      return node satisfies never
  }
}

/** How the readings of a leaf become one value. */
function joined(node: LeafNode): string {
  const time = node.time === 'latest' ? 'Latest' : 'Ever'
  return node.kind === 'one-of' ? `${time}Beside` : time
}

/** What each fact of its key says to a leaf; facts that do not bear on it are left out. */
function readings(node: LeafNode, where: Where): string {
  const untreated = node.time === 'before-treatment' ? [`IsUntreated(F.toDay, ${where.treatedFrom})`] : []
  const conditions = [...untreated, ...bearing(node)]
  const kept = conditions.length === 0 ? '' : `\n    where ${conditions.join('\n      and ')}`
  return `(${where.factsOf(node.key)}) F${kept}\n    return all Reading(F, ${says(node)})`
}

/** Does a fact bear on a leaf? */
function bearing(node: LeafNode): readonly string[] {
  switch (node.kind) {
    case 'finding':
      return [
        'F.status is not null',
        ...equals('specimen', node.specimen),
        ...equals('site', node.site),
        ...equals('method', node.method),
        ...(node.unexplained ? ['F.explainedBy is null'] : []),
      ]
    case 'one-of':
      return ["(F.status = 'equivocal' or (F.choice is not null and (F.status is null or F.status != 'absent')))"]
    case 'is':
      return []
    default:
      return node satisfies never
  }
}

function equals(element: string, wanted: string | undefined): readonly string[] {
  return wanted === undefined ? [] : [`F.${element} = ${text(wanted)}`]
}

function says(node: LeafNode): string {
  switch (node.kind) {
    case 'finding':
      return 'StatusSays(F.status)'
    case 'one-of':
      return `if F.status = 'equivocal' then null else IsOneOf(F.choice, ${texts(node.values)})`
    case 'is':
      return numberSays(node)
    default:
      return node satisfies never
  }
}

function numberSays(node: Extract<LeafNode, { kind: 'is' }>): string {
  if (node.threshold) return compared(node.threshold)
  const [limit, beyond, word] = node.limit === 'below' ? ['F.limitLow', '<', 'low'] : ['F.limitHigh', '>', 'high']
  const otherwise = node.orWithoutLimit ? compared(node.orWithoutLimit) : 'null as Boolean'
  return `Beyond(Compare(F, ${text(beyond)}, ${limit}), F.qualitative, ${text(word)}, ${limit}, ${otherwise})`
}

function compared({ comparator, value }: Threshold): string {
  return `Compare(F, ${text(comparator)}, ${decimal(value)})`
}

function withinText({ of, days, ordered }: WithinNode, where: Where): string {
  const sides = of.map((side) => `${side.kind === 'one-of' ? 'Said' : 'Clear'}(${readings(side, where)})`)
  const values = of.map((side) => leafText(side, where))
  const keys = of.map((side) => text(side.key))
  return `Within(\n    ${[...sides, ...values, ...keys, decimal(days), String(ordered)].join(',\n    ')}\n  )`
}

function changeText({ key, from, percent, sameAssay, by }: ChangeNode, where: Where): string {
  const how = [
    text(from),
    String(percent),
    String(sameAssay),
    text(by.comparator),
    decimal(by.value),
    where.treatedFrom,
  ]
  return `Change(Numbers(${where.factsOf(key)}), ${how.join(', ')})`
}

function courseText(node: CourseNode, where: Where): string {
  const parts = courseParts(node, where)
  const denied = node.with ? node.with.map((key) => `IsDenied(${where.factsOf(key)})`) : ['false']
  const fits = parts.length === 0 ? 'true' : parts.join('\n      and ')
  return `AnyCourse(\n    (${where.courses}) C return all (\n      ${fits}\n    ),\n    ${denied.length === 0 ? 'true' : denied.join(' and ')}\n  )`
}

function courseParts(node: CourseNode, { asOf }: Where): readonly string[] {
  const parts: string[] = []
  if (node.for) parts.push(`IsOneOf(C.label, ${texts(node.for)})`)
  if (node.with) parts.push(`IsGiven(C.treatments, ${texts(node.with)})`)
  if (node.response) parts.push(`Answers(C, ${texts(node.response)}, ${asOf})`)
  if (node.line !== undefined) parts.push(`C.line = ${node.line}`)
  if (node.state) parts.push(`${node.state === 'ended' ? '' : 'not '}IsEnded(C, ${asOf})`)
  if (node.endedBefore) {
    const bound = parseDay(node.endedBefore)
    parts.push(bound ? `EndedBefore(C, ${bound.from}, ${bound.to}, ${asOf})` : '(null as Boolean)')
  }
  return parts
}
