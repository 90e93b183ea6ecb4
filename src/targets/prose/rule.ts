import { type Engine, nodeLabel, say } from '../../core/index.ts'
import type { Citation, RuleNode } from '../../schema/engine.ts'
import { leafLine, marksOf, type Reading } from './leaf.ts'
import type { ProseLine } from './line.ts'
import { numberWord } from './words.ts'

export interface ProseOptions {
  /** Grades and cautions read what is present only: there "not shown" stands for "stated absent". */
  readonly reading?: Reading
  /** The works behind lines that name none and stand below no mark. */
  readonly sources?: readonly Citation[]
  /** Lists that a page has told already, by their members; a second one refers to the first. */
  readonly told?: Map<string, string>
}

/**
 * A rule as indented lines in words: counts, what each line asks, with unit, time, specimen and sources.
 * Example: `proseOf(engine, rule.when).says` is "all four of these".
 */
export function proseOf(engine: Engine, node: RuleNode, options: ProseOptions = {}): ProseLine {
  return lineOf(engine, node, options, options.sources)
}

type Own = Pick<RuleNode, 'label' | 'proposal' | 'unverified' | 'sources'>
type Group = Extract<RuleNode, { kind: 'all' | 'any' | 'at-least' }>

function lineOf(
  engine: Engine,
  node: RuleNode,
  options: ProseOptions,
  inherited: readonly Citation[] | undefined,
): ProseLine {
  const { reading = 'verdict' } = options
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'at-least': {
      if (denials(node)) {
        const stated = noneWords(engine, node.of.length, reading, true)
        const of = node.of.flatMap((child) => (child.kind === 'not' ? child.of : []))
        return grouped(engine, node, stated, of, options, inherited)
      }
      return grouped(engine, node, wantedWords(engine, node), node.of, options, inherited)
    }
    case 'not': {
      const [inner] = node.of
      if (inner.kind === 'all' || inner.kind === 'any' || inner.kind === 'at-least')
        return grouped(engine, node, deniedWords(engine, inner, reading), inner.of, options, inherited)
      const line = leafLine(engine, inner, reading, true)
      const own = withSources({ ...line, ...marksOf(node) }, inherited)
      return node.label ? { ...own, lead: node.label } : own
    }
    case 'within':
    case 'change':
    case 'course':
      return withSources(
        { says: nodeLabel(engine, node), details: [], ...marksOf(node), of: [], measured: [] },
        inherited,
      )
    default:
      return withSources(leafLine(engine, node, reading), inherited)
  }
}

/** Are all members plain denials, so that "none of these" says it? */
function denials(node: Group): boolean {
  return (
    node.kind === 'all' &&
    node.of.length > 1 &&
    node.of.every(
      (child) =>
        child.kind === 'not' && !child.label && !child.sources && !child.proposal && child.of[0].kind === 'finding',
    )
  )
}

function grouped(
  engine: Engine,
  node: Own,
  says: string,
  members: readonly RuleNode[],
  options: ProseOptions,
  inherited: readonly Citation[] | undefined,
): ProseLine {
  const key = JSON.stringify(members)
  const lead = options.told?.get(key)
  if (node.label !== undefined && lead === undefined) options.told?.set(key, node.label)
  // What a group says of itself is said of its members: they need no second number.
  const below = node.proposal || node.sources ? undefined : inherited
  const base = { says, count: true, ...(node.label && { lead: node.label }), ...marksOf(node), measured: [] }
  if (lead !== undefined) {
    const number = numberWord(engine, members.length)
    return { ...base, details: [say(engine, 'prose.listed-above', { number, lead }).text], of: [] }
  }
  return { ...base, details: [], of: members.map((child) => lineOf(engine, child, options, below)) }
}

function withSources(line: ProseLine, inherited: readonly Citation[] | undefined): ProseLine {
  // A clinician's own word needs no work behind it.
  const own = line.sources || line.proposal || line.unverified || line.about?.kind === 'judgement'
  if (own || !inherited) return line
  return { ...line, sources: inherited }
}

function wantedWords(engine: Engine, node: Group): string {
  const count = node.of.length
  const number = numberWord(engine, count)
  if (node.kind === 'at-least' && node.n > 1)
    return say(engine, 'prose.at-least', { wanted: numberWord(engine, node.n), number }).text
  return say(engine, `prose.${node.kind === 'all' ? 'all' : 'any'}`, { count, number }).text
}

function noneWords(engine: Engine, count: number, reading: Reading, each: boolean): string {
  const number = numberWord(engine, count)
  return say(engine, `prose.none${reading === 'shown' ? '-shown' : each ? '-stated' : ''}`, { count, number }).text
}

function deniedWords(engine: Engine, inner: Group, reading: Reading): string {
  const count = inner.of.length
  const shown = reading === 'shown' ? '-shown' : ''
  const number = numberWord(engine, count)
  if (inner.kind === 'all') return say(engine, `prose.not-all${shown}`, { count, number }).text
  if (!('n' in inner) || inner.n === 1) return noneWords(engine, count, reading, false)
  return say(engine, `prose.fewer${shown}`, { wanted: numberWord(engine, inner.n), number }).text
}
