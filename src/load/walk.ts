import type { AuthoredNode, Citation, Rule } from '../schema/index.ts'
import type { Authored, Entry } from './authored.ts'
import type { Path } from './read/yaml.ts'

/** A node with the way to it. */
export interface Placed {
  readonly node: AuthoredNode
  readonly path: Path
}

export type RootRole =
  | 'when'
  | 'present-when'
  | 'absent-when'
  | 'ask'
  | 'minor'
  | 'cap'
  | 'strong'
  | 'caution'
  | 'category'
  | 'eligible'
  | 'level'

/** A condition of a rule: the root of one tree of nodes, and the part it plays. */
export interface Root extends Placed {
  readonly role: RootRole
}

/** All conditions of a rule file, in the order of the file format. */
export function rootsOf(rule: Rule): readonly Root[] {
  const roots: Root[] = []
  const add = (role: RootRole, node: AuthoredNode | undefined, ...path: (string | number)[]) => {
    if (node) roots.push({ role, node, path })
  }
  add('when', rule.when, 'when')
  add('present-when', rule['present-when'], 'present-when')
  add('absent-when', rule['absent-when'], 'absent-when')
  rule['ask-when']?.forEach((ask, i) => {
    add('ask', ask.when, 'ask-when', i, 'when')
  })
  rule.grade?.minors.forEach((node, i) => {
    add('minor', node, 'grade', 'minors', i)
  })
  rule.grade?.caps.forEach((cap, i) => {
    add('cap', cap.when, 'grade', 'caps', i, 'when')
  })
  add('strong', rule.grade?.strong.when, 'grade', 'strong', 'when')
  rule.cautions?.forEach((caution, i) => {
    add('caution', caution.when, 'cautions', i, 'when')
  })
  rule.categories?.forEach((category, i) => {
    add('category', category.when, 'categories', i, 'when')
  })
  add('eligible', rule.eligible, 'eligible')
  add('level', rule.level?.high, 'level', 'high')
  return roots
}

/** The nodes directly under a node. */
export function childrenOf({ node, path }: Placed): readonly Placed[] {
  if ('not' in node) return [{ node: node.not, path: [...path, 'not'] }]
  const [name, of] =
    'all' in node ? ['all', node.all] : 'any' in node ? ['any', node.any] : 'of' in node ? ['of', node.of] : ['', []]
  return of.map((child, i) => ({ node: child, path: [...path, name, i] }))
}

/** A node and all below it, outermost first. */
export function* nodesUnder(placed: Placed): Generator<Placed> {
  yield placed
  for (const child of childrenOf(placed)) yield* nodesUnder(child)
}

/** Every node of a rule. */
export function* nodesOf(rule: Rule): Generator<Placed> {
  for (const root of rootsOf(rule)) yield* nodesUnder(root)
}

/** Names of the fields that hold a condition in the files of the clinical path. */
const NODE_FIELDS: ReadonlySet<string> = new Set(['when', 'trigger', 'urgent', 'applies', 'relevant'])

/** Is this field of an entry of the clinical path a condition? */
export function isNodeField(name: string): boolean {
  return NODE_FIELDS.has(name)
}

/** The conditions anywhere in an entry of the clinical path. Its schema has seen to it that they are nodes. */
export function* careRootsOf(content: unknown, path: Path = []): Generator<Placed> {
  if (Array.isArray(content)) {
    for (const [i, item] of content.entries()) yield* careRootsOf(item, [...path, i])
  } else if (typeof content === 'object' && content !== null) {
    for (const [name, value] of Object.entries(content)) {
      if (isNodeField(name)) yield { node: value as AuthoredNode, path: [...path, name] }
      else if (name !== 'examples') yield* careRootsOf(value, [...path, name])
    }
  }
}

/** Every entry of the clinical path. */
export function* careEntries(authored: Authored): Generator<Entry<object>> {
  for (const entries of Object.values(authored.care)) yield* entries.values()
}

/** Every node of the knowledge with the entry it stands in: of rules, and of the clinical path. */
export function* everyNode(authored: Authored): Generator<Placed & { readonly entry: Entry<unknown> }> {
  for (const entry of authored.rules.values()) {
    for (const placed of nodesOf(entry.content)) yield { ...placed, entry }
  }
  for (const entry of authored.workup.values()) {
    for (const root of careRootsOf(entry.content)) for (const placed of nodesUnder(root)) yield { ...placed, entry }
  }
  for (const entry of careEntries(authored)) {
    for (const root of careRootsOf(entry.content)) for (const placed of nodesUnder(root)) yield { ...placed, entry }
  }
}

/** The keys whose facts a node reads by itself; none for groups and references. */
export function keysRead(node: AuthoredNode): readonly string[] {
  if ('finding' in node) return [node.finding]
  if ('is' in node) return [node.is]
  if ('one-of' in node) return [node['one-of']]
  if ('change' in node) return [node.change]
  if ('course' in node) return [...(node.course.for ? ['treated-as'] : []), ...(node.course.with ?? [])]
  return []
}

/** A citation with the way to it. */
export interface PlacedCitation {
  readonly citation: Citation
  readonly path: Path
}

/** Every `{ work, at }` anywhere in an entry. */
export function* citationsIn(content: unknown, path: Path = []): Generator<PlacedCitation> {
  if (Array.isArray(content)) {
    for (const [i, item] of content.entries()) yield* citationsIn(item, [...path, i])
  } else if (typeof content === 'object' && content !== null) {
    if (isCitation(content)) yield { citation: content, path }
    else for (const [name, value] of Object.entries(content)) yield* citationsIn(value, [...path, name])
  }
}

function isCitation(value: object): value is Citation {
  return 'work' in value && 'at' in value && typeof value.work === 'string'
}
