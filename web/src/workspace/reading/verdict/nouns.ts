import { lower } from '../../../../../src/core/index.ts'
import type { EngineRule, FactView, Sentence, TreeView } from '../../../../../src/schema/index.ts'
import { carriersOf, keysOf } from '../../../parts/tree-model.ts'

/** A noun of the verdict with what it stands for in the record. */
export interface Noun {
  readonly name: string
  readonly keys: readonly string[]
  readonly facts: readonly FactView[]
  /** It is there: only then does a value behind it say how much. */
  readonly holds: boolean
}

export type Part = string | { readonly text: string; readonly noun: Noun }

/**
 * The nouns that sentences about a set can use: its members, and the members of its counted groups, by the few words
 * the knowledge has for them. Example: `nounsOf(set.tree, rules).map(({ name }) => name)` holds "an endocrinopathy".
 */
export function nounsOf(tree: TreeView, rules: Readonly<Record<string, EngineRule>>): readonly Noun[] {
  const root = tree.kind === 'rule' ? (tree.of[0] ?? tree) : tree
  const groups = root.kind === 'all' ? root.of : [root]
  const named = groups.flatMap((group) =>
    group.kind === 'rule' || group.of.length === 0 ? [group] : [...group.of, group],
  )
  return named.map((view) => ({
    name: shortName(view, rules),
    keys: keysOf(view),
    facts: carriersOf(view),
    holds: view.value === true,
  }))
}

function shortName(view: TreeView, rules: Readonly<Record<string, EngineRule>>): string {
  const short = view.kind === 'rule' && view.id !== undefined ? rules[view.id]?.short : undefined
  return short ?? lower(view.label)
}

/**
 * A sentence cut at its nouns, which lead to their facts. Only what the sentence itself was made of is a noun: the names
 * among its arguments. Example: `partsOf('With papilloedema.', sentence, nouns)[1]` is the noun.
 */
export function partsOf(text: string, sentence: Sentence, nouns: readonly Noun[]): readonly Part[] {
  const said = new Set(Object.values(sentence.args).flatMap((value) => (Array.isArray(value) ? value : [])))
  // The longest first, so that "sclerotic bone lesion" is not cut out of a longer name.
  const candidates = nouns.filter(({ name }) => said.has(name)).sort((a, b) => b.name.length - a.name.length)
  let parts: readonly Part[] = [text]
  for (const noun of candidates) parts = parts.flatMap((part) => (typeof part === 'string' ? cut(part, noun) : [part]))
  return parts
}

function cut(text: string, noun: Noun): readonly Part[] {
  const at = text.toLowerCase().indexOf(noun.name.toLowerCase())
  if (at < 0) return [text]
  const end = at + noun.name.length
  const around = [text.slice(0, at), { text: text.slice(at, end), noun }, text.slice(end)]
  return around.filter((part) => part !== '')
}

/** The measured value behind a noun, if one carries it. Example: "VEGF in plasma 480 pg/mL". */
export function measuredIn({ name, facts, holds }: Noun): string | undefined {
  if (!holds) return undefined
  const fact = facts.find(({ value, unit }) => typeof value === 'number' && unit !== undefined)
  if (fact) return `${lead(fact.label, name)} ${fact.says}`.trim()
  const made = facts.find(({ madeFrom, says }) => madeFrom !== undefined && /\d/.test(says))
  return made && /\(([^)]*\d[^)]*)\)/.exec(made.says)?.[1]
}

/** The label without the word that the noun has said: "raised VEGF", then "in plasma". */
function lead(label: string, name: string): string {
  const last = name.split(' ').at(-1) ?? ''
  const short = label.startsWith(`${last} `) ? label.slice(last.length + 1) : label
  return lower(short.replace(/^,\s*/, ''))
}
