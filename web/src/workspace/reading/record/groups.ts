import type { WordsFile } from '../../../../../src/load/files/words.ts'
import type { Knowledge, RuleNode } from '../../../../../src/schema/index.ts'

/** A part of the record page: the findings of one letter, of what stands beside the name, or the rest of a field. */
export interface Group {
  /** Name of the group on this page; part of the id of its element. */
  readonly id: string
  /** The rules or finding whose state is that of the group; none for the rest of the vocabulary. */
  readonly rules: readonly string[]
  /** Which letter it is, counted over both words. */
  readonly letter?: number
  /** What its own rule asks for in the first place: a mark each under the letter. */
  readonly core: readonly string[]
  /** Shown although nothing is stated: the first of what each of its rules asks. */
  readonly opening: readonly string[]
  /** All its keys, `core` first. */
  readonly keys: readonly string[]
}

/** Said of the person as a whole, in a group of their own. */
const PERSON = ['sex', 'age']
/** So many unstated rows stand open in a group; the others are one step away. */
const OPEN_ROWS = 3

/**
 * The groups of the record in the order of the letters; after them what the default criteria ask beside the letters,
 * then what is left of the vocabulary. Every finding, measurement and choice stands in exactly one; treatments belong
 * to courses. Example: `groupsOf(knowledge, words.findings)[0]?.keys[0]` is "polyneuropathy".
 */
export function groupsOf(knowledge: Knowledge, words: WordsFile['findings']): readonly Group[] {
  const letters = knowledge.settings.acronyms.flatMap(({ letters }) => letters.map(({ rule }) => rule))
  const beside = besideOf(knowledge, letters)
  const taken = new Set<string>(
    Object.keys(knowledge.findings).filter(
      (key) => PERSON.includes(key) || key === 'treated-as' || knowledge.findings[key]?.kind === 'treatment',
    ),
  )
  const take = (keys: readonly string[]) =>
    keys.filter((key) => {
      const free = !taken.has(key)
      taken.add(key)
      return free
    })
  const heads = [...letters.map((rule) => [rule]), beside].filter((rules) => rules.length > 0)
  const cores = heads.map((rules) => take(rules.flatMap((rule) => withMeasured(knowledge, coreKeys(knowledge, rule)))))
  const more = heads.map((rules) => take(rules.flatMap((rule) => withMeasured(knowledge, absentKeys(knowledge, rule)))))
  const fields = fieldsOf(letters, cores, words)
  const rest = (field: string) => take(Object.keys(words).filter((key) => words[key]?.group === field))
  const groups = heads.map((rules, index): Group => {
    const core = cores[index] ?? []
    const field = fields.get(index)
    const keys = [...core, ...(more[index] ?? []), ...(field === undefined ? [] : rest(field))]
    const isLetter = index < letters.length
    const opening = rules.flatMap((rule) => openingOf(knowledge, rule, core, Math.ceil(OPEN_ROWS / rules.length)))
    return {
      id: isLetter ? `letter-${index}` : 'beside',
      rules,
      ...(isLetter && { letter: index }),
      core,
      opening,
      keys,
    }
  })
  const others = [...new Set(Object.values(words).map(({ group }) => group))]
    .map((field): Group => ({ id: field, rules: [], core: [], opening: [], keys: rest(field) }))
    .filter(({ keys }) => keys.length > 0)
  return [...groups, ...others]
}

/** Rules that the default criteria ask beside the letters: what stands "beside the name". */
function besideOf(knowledge: Knowledge, letters: readonly string[]): readonly string[] {
  const rule = knowledge.rules[knowledge.settings.defaultCriteria]
  const asked = [...nodesOf(rule?.when), ...nodesOf(rule?.presentWhen)].flatMap((node) =>
    node.kind === 'rule' && !letters.includes(node.id) ? [node.id] : [],
  )
  return [...new Set(asked)].sort((a, b) => Number(isValue(knowledge, b)) - Number(isValue(knowledge, a)))
}

/** Does a rule rest on a measured value? Those come first: they are what is asked for. */
function isValue(knowledge: Knowledge, id: string): boolean {
  return nodesOf(knowledge.rules[id]?.presentWhen).some(({ kind }) => kind === 'is')
}

/** The first keys that a rule asks for; a judgement of the rule itself is not asked, but may be given. */
function openingOf(knowledge: Knowledge, rule: string, core: readonly string[], most: number): readonly string[] {
  const asked = withMeasured(knowledge, coreKeys(knowledge, rule))
  return asked.filter((key) => core.includes(key) && knowledge.findings[key]).slice(0, most)
}

/** A field of the vocabulary goes with the letter that draws most on it, if only one does. */
function fieldsOf(
  letters: readonly string[],
  cores: readonly (readonly string[])[],
  words: WordsFile['findings'],
): ReadonlyMap<number, string> {
  const most = letters.map((_, index) => mostOf((cores[index] ?? []).flatMap((key) => words[key]?.group ?? [])))
  return new Map(
    most.flatMap((field, index): [number, string][] =>
      field !== undefined && most.indexOf(field) === most.lastIndexOf(field) ? [[index, field]] : [],
    ),
  )
}

function mostOf(fields: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function coreKeys(knowledge: Knowledge, id: string): readonly string[] {
  const rule = knowledge.rules[id]
  return rule ? leavesOf(knowledge, [rule.presentWhen, rule.when]) : [id]
}

function absentKeys(knowledge: Knowledge, id: string): readonly string[] {
  return leavesOf(knowledge, [knowledge.rules[id]?.absentWhen])
}

/** A finding that a value can make stands beside that value. */
function withMeasured(knowledge: Knowledge, keys: readonly string[]): readonly string[] {
  const makers = (key: string) =>
    knowledge.measured.filter(({ makes }) => makes.some(({ finding }) => finding === key)).map((row) => row.measurement)
  return [...new Set(keys.flatMap((key) => [...makers(key), key]))]
}

function leavesOf(knowledge: Knowledge, nodes: readonly (RuleNode | undefined)[]): readonly string[] {
  const keys = nodes.flatMap((node) =>
    nodesOf(node).flatMap((leaf) =>
      'key' in leaf ? [leaf.key] : leaf.kind === 'rule' ? coreKeys(knowledge, leaf.id) : [],
    ),
  )
  return [...new Set(keys)]
}

/** A node and all below it, without following references to other rules. */
export function nodesOf(node: RuleNode | undefined): readonly RuleNode[] {
  if (node === undefined) return []
  return 'of' in node ? [node, ...node.of.flatMap((child) => nodesOf(child))] : [node]
}
