import type { EngineRule, FactView, RuleNode, TreeView } from '../../../src/schema/index.ts'
import type { GlyphName } from './glyph.tsx'

/** The evidence tree as it is drawn: groups that count, and under them what they count. */

/** What stands beside a twig in words: not verified, Scansion's own, over since, counted with reservation. */
export type Mark = 'unverified' | 'proposal' | 'resolved' | 'reservation'

export interface Group {
  readonly is: 'group'
  readonly id: string
  readonly glyph: Lozenge
  readonly counts: 'all' | 'at-least' | 'not'
  /** How many must hold. */
  readonly wanted: number
  readonly found: number
  /** Members that a rule asks for beside its counted groups. */
  readonly required: boolean
  readonly branch?: string
  readonly marks: readonly Mark[]
  readonly of: readonly Twig[]
}

export interface Leaf {
  readonly is: 'leaf'
  readonly id: string
  readonly value: TreeView['value']
  readonly glyph: GlyphName
  readonly label: string
  readonly branch?: string
  /** The facts that carry it, or that speak to it without settling it. */
  readonly facts: readonly FactView[]
  /** Why it is unknown although something is recorded. */
  readonly reason?: string
  /** A judgement that is asked for. */
  readonly question?: string
  readonly marks: readonly Mark[]
  /** Keys of the record it reads: pointing at one lights the other. */
  readonly keys: readonly string[]
  /** What a derived finding is made of. */
  readonly inner?: () => readonly Twig[]
}

export type Twig = Group | Leaf
type Lozenge = 'met' | 'not-met' | 'undetermined'

type Rules = Readonly<Record<string, EngineRule>>

/**
 * The twigs of a rule's tree: the rule itself is the trunk, and is not drawn again. Members that are asked for beside
 * counted groups stand together as one group, as a reader would say it: "both of these, and at least one of three".
 * Example: `twigsOf(assessment.criteria[0].tree, engine.knowledge.rules)`.
 */
export function twigsOf(tree: TreeView, rules: Rules): readonly Twig[] {
  if (tree.kind === 'rule') {
    const rule = tree.id === undefined ? undefined : rules[tree.id]
    return tree.of.flatMap((branch, index) => branchTwigs(branch, nodeOf(rule, branch), rules, `${tree.id}/${index}`))
  }
  return branchTwigs(tree, undefined, rules, '0')
}

function nodeOf(rule: EngineRule | undefined, branch: TreeView): RuleNode | undefined {
  switch (branch.branch) {
    case 'present-when':
      return rule?.presentWhen
    case 'absent-when':
      return rule?.absentWhen
    case undefined:
      return rule?.when
    default:
      return undefined
  }
}

function branchTwigs(view: TreeView, node: RuleNode | undefined, rules: Rules, path: string): readonly Twig[] {
  if (view.kind !== 'all' || !view.of.some(isCounted)) return [twigOf(view, node, rules, path)]
  const members = membersOf(view, node, rules, path)
  const asked = members.filter((_, index) => !isCounted(view.of[index]))
  if (asked.length === 0) return members
  const direct = view.of.filter((child) => !isCounted(child))
  const group: Group = {
    is: 'group',
    id: `${path}/required`,
    glyph: lozenge(everyOf(direct)),
    counts: 'all',
    wanted: asked.length,
    found: direct.filter(({ value }) => value === true).length,
    required: true,
    ...branchOf(view),
    marks: marksOf(view),
    of: asked,
  }
  return [group, ...members.filter((member) => !asked.includes(member))]
}

/** Kleene's "and", for the members that are drawn together. */
function everyOf(views: readonly TreeView[]): TreeView['value'] {
  if (views.some(({ value }) => value === false)) return false
  return views.every(({ value }) => value === true) ? true : 'unknown'
}

const isCounted = (view: TreeView | undefined): boolean => view?.kind === 'at-least' || view?.kind === 'any'

function membersOf(view: TreeView, node: RuleNode | undefined, rules: Rules, path: string): readonly Twig[] {
  const nodes = node && 'of' in node ? node.of : []
  return view.of.map((child, index) => twigOf(child, nodes[index], rules, `${path}/${index}`))
}

function twigOf(view: TreeView, node: RuleNode | undefined, rules: Rules, path: string): Twig {
  switch (view.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return {
        is: 'group',
        id: path,
        glyph: lozenge(view.value),
        counts: view.kind === 'all' ? 'all' : 'at-least',
        wanted: view.kind === 'all' ? view.of.length : node?.kind === 'at-least' ? node.n : 1,
        found: view.of.filter(({ value }) => value === true).length,
        required: false,
        ...branchOf(view),
        marks: marksOf(view),
        of: membersOf(view, node, rules, path),
      }
    case 'not':
      return denied(view, node, rules, path)
    default:
      return leafOf(view, rules, path)
  }
}

/** What is denied: a condition that is met where its inner part is absent, so it has a lozenge and not a disc. */
function denied(view: TreeView, node: RuleNode | undefined, rules: Rules, path: string): Twig {
  const [inner] = view.of
  if (!inner || isGroup(inner)) {
    const of = membersOf(view, node, rules, path)
    const found = inner?.value === true ? 1 : 0
    const glyph = lozenge(view.value)
    const marks = marksOf(view)
    return {
      is: 'group',
      id: path,
      glyph,
      counts: 'not',
      wanted: 0,
      found,
      required: false,
      ...branchOf(view),
      marks,
      of,
    }
  }
  const leaf = leafOf(inner, rules, path)
  return { ...leaf, value: view.value, glyph: lozenge(view.value), label: capital(view.label), ...branchOf(view) }
}

const isGroup = ({ kind }: TreeView) => kind === 'all' || kind === 'any' || kind === 'at-least'

function leafOf(view: TreeView, rules: Rules, path: string): Leaf {
  const facts = carriersOf(view)
  const question = view.missing.find(({ ask }) => ask !== undefined)?.question
  return {
    is: 'leaf',
    id: path,
    value: view.value,
    glyph: discOf(view),
    label: capital(view.label),
    ...branchOf(view),
    facts,
    ...(view.reason === undefined ? undefined : { reason: view.reason }),
    ...(question !== undefined && view.kind === 'rule' && isAskedHere(view) ? { question } : undefined),
    marks: marksOf(view, facts),
    keys: keysOf(view),
    ...(view.kind === 'rule' ? { inner: () => twigsOf(view, rules) } : undefined),
  }
}

const isAskedHere = (view: TreeView) => view.of.some(({ branch }) => branch === 'ask-when')

function branchOf({ branch }: TreeView): { readonly branch?: string } {
  return branch === undefined ? {} : { branch }
}

/** The lozenge of a value. Example: `lozenge('unknown')` is "undetermined". */
export function lozenge(value: TreeView['value']): Lozenge {
  return value === 'unknown' ? 'undetermined' : value ? 'met' : 'not-met'
}

function discOf(view: TreeView): GlyphName {
  if (view.value === true) return 'present'
  if (view.value === false) return 'absent'
  return contradicts(view) ? 'conflict' : 'open'
}

function contradicts(view: TreeView): boolean {
  if (view.value !== 'unknown') return false
  return view.reason === 'facts-contradict' || view.of.some(contradicts)
}

function marksOf(view: TreeView, facts: readonly FactView[] = []): readonly Mark[] {
  const marks: Mark[] = []
  if (view.unverified) marks.push('unverified')
  if (view.proposal) marks.push('proposal')
  if (view.resolved) marks.push('resolved')
  if (facts.length > 0 && facts.every(({ flag }) => flag !== undefined)) marks.push('reservation')
  return marks
}

const carried = new WeakMap<TreeView, readonly FactView[]>()

/**
 * The facts that carry a settled tree, each once; of an open one all that speak to it.
 * Example: `carriersOf(tree)[0]?.says` is "present".
 */
export function carriersOf(view: TreeView): readonly FactView[] {
  const known = carried.get(view)
  if (known) return known
  const facts = new Set(view.facts)
  for (const child of speaking(view)) for (const fact of carriersOf(child)) facts.add(fact)
  const list = [...facts]
  carried.set(view, list)
  return list
}

/**
 * The members that say something about the value of a node. Of an open finding not what only an earned absence asks for:
 * that a record states the sex says nothing of a hormone.
 */
function speaking(view: TreeView): readonly TreeView[] {
  if (view.kind === 'not') return view.of
  if (view.kind === 'rule') {
    const open = view.value === 'unknown' && !isAskedHere(view)
    return open ? view.of.filter(({ branch }) => branch !== 'absent-when') : view.of
  }
  return view.value === 'unknown' ? view.of : view.of.filter(({ value }) => value === view.value)
}

const read = new WeakMap<TreeView, readonly string[]>()

/** The keys a tree reads, found by what it says of its facts and of what is missing; a measurement counts with what it makes. */
export function keysOf(view: TreeView): readonly string[] {
  const known = read.get(view)
  if (known) return known
  const keys = new Set<string>()
  for (const { key, madeFrom } of view.facts) {
    keys.add(key)
    if (madeFrom !== undefined) keys.add(madeFrom)
  }
  // The letters of the record light by the name of their rule.
  if (view.id !== undefined) keys.add(view.id)
  for (const { key } of view.missing) if (key !== undefined) keys.add(key)
  for (const child of view.of) for (const key of keysOf(child)) keys.add(key)
  const list = [...keys]
  read.set(view, list)
  return list
}

/** The key of the record behind a leaf: that of its first fact, of the measurement where one was made of it. */
export function placeOf({ facts, keys }: Pick<Leaf, 'facts' | 'keys'>): string | undefined {
  return facts[0]?.madeFrom ?? facts[0]?.key ?? keys[0]
}

/** With a capital at the start. Example: `capital('papilloedema')` is "Papilloedema". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
