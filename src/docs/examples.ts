import { type Engine, type Explained, lower, shortOf, sign, valueWord } from '../core/index.ts'
import { evaluatorOf } from '../load/index.ts'
import type { RuleExample } from '../schema/index.ts'
import { numberWord } from '../targets/prose/index.ts'
import { table } from './markdown.ts'
import type { Page } from './page.ts'

type Word = RuleExample['then']

/** What a verdict is called, by what the rule decides. */
const WORDS: Readonly<Record<string, Readonly<Record<Word, string>>>> = {
  criteria: { met: 'met', 'not-met': 'not met', undetermined: 'undetermined' },
  derived: { met: 'present', 'not-met': 'absent', undetermined: 'unknown' },
  'red-flags': { met: 'raised', 'not-met': 'not raised', undetermined: 'open' },
}

/** The worked examples of a rule; each is run by the knowledge lint. */
export function examplesTable(
  id: string,
  examples: readonly RuleExample[],
  kind: string,
  engine: Engine,
  page: Page,
): string {
  const words = WORDS[kind] ?? WORDS.criteria
  return table(
    ['Given (present where no word stands beside it; all else not stated)', 'Verdict', 'Why'],
    examples.map((example) => [
      Object.entries(example.given)
        .flatMap(([key, value]) => [value].flat().map((one) => factWords(key, one, engine, page)))
        .join('; '),
      [words?.[example.then] ?? example.then, example.grade, example.category, example.level]
        .filter((part) => part !== undefined)
        .join(', '),
      [example.why ?? because(id, example, engine), askedFirst(example.missing, page)]
        .filter((part) => part !== undefined)
        .join('; '),
    ]),
  )
}

function factWords(key: string, value: string, engine: Engine, page: Page): string {
  if (key === 'course') return `treatment course: ${courseWords(value, engine)}`
  const name = page.name(key)
  if (value === 'present') return name
  if (page.isQuestion(key)) return `${name} answered no`
  if (value === 'high' || value === 'low' || value === 'normal') return `${name}: called ${value} by the laboratory`
  const finding = engine.knowledge.findings[key]
  if (finding?.kind === 'choice') return `${name}: ${valueWord(engine, key, value)}`
  return `${name}: ${sign(value)
    // A ratio has the unit 1, which nobody says.
    .replace(/^([\d.]+) 1(?= |$)/, '$1')
    .replace(/ limit (\S+)/, " (the laboratory's limit $1)")
    .replace(
      / explained by ([\w-]+)/,
      (_, by: string) => `, put down to ${lower(engine.knowledge.findings[by]?.label ?? by)}`,
    )}`
}

/** Example: `cidp with ivig response none` is "CIDP with intravenous immunoglobulin; response none". */
function courseWords(value: string, engine: Engine): string {
  const named = value.replaceAll(/[\w-]+/g, (word) => {
    const finding = engine.knowledge.findings[word]
    return finding?.kind === 'treatment' ? lower(finding.label) : (labels(engine)[word] ?? word)
  })
  return named.replace(/ (response|line) /g, '; $1 ')
}

function labels(engine: Engine): Readonly<Record<string, string>> {
  return engine.knowledge.findings['treated-as']?.words ?? {}
}

function askedFirst(missing: readonly string[] | undefined, page: Page): string | undefined {
  if (!missing) return undefined
  return missing.length === 0 ? 'nothing is asked' : `asked first: ${missing.map((key) => page.name(key)).join(', ')}`
}

/** What carries the verdict of an example, read off its own explanation. */
function because(id: string, example: RuleExample, engine: Engine): string | undefined {
  const tree = evaluatorOf(example, engine)?.rule(id)
  if (!tree) return undefined
  const [root] = tree.of
  if (!root) return undefined
  if (tree.ask) return undefined
  if (tree.rule?.when === undefined) return derivedWhy(tree.value, root, engine)
  const named = (value: Explained['value']) =>
    root.of.filter((child) => child.value === value).map((child) => shortOf(engine, child))
  if (root.node.kind === 'all' && root.of.length > 1) {
    if (root.value === true)
      return `${root.of.length === 2 ? 'both' : `all ${numberWord(engine, root.of.length)}`} hold`
    return root.value === false ? `fails: ${named(false).join('; ')}` : `open: ${named('unknown').join('; ')}`
  }
  if (root.node.kind === 'at-least' || root.node.kind === 'any') {
    const counted = (value: Explained['value']) => numberWord(engine, named(value).length)
    const total = numberWord(engine, root.of.length)
    return `${counted(true)} of ${total} hold, ${counted(false)} fail, ${counted('unknown')} open`
  }
  return undefined
}

function derivedWhy(value: Explained['value'], root: Explained, engine: Engine): string | undefined {
  if (value === 'unknown') return 'neither a line of its presence nor one of its absence holds'
  if (value === false) return 'its absence is earned'
  const held = root.of.find((child) => child.value === true)
  return held && (root.node.kind === 'any' || root.node.kind === 'at-least')
    ? `holds: ${shortOf(engine, held)}`
    : undefined
}
