import { type Engine, type Explained, shortOf } from '../core/index.ts'
import { evaluatorOf } from '../load/index.ts'
import type { RuleExample } from '../schema/index.ts'
import { askedFirst, GIVEN, givenWords, numberWord, verdictWords } from '../targets/prose/index.ts'
import { table } from './markdown.ts'
import type { Page } from './page.ts'

/** The worked examples of a rule; each is run by the knowledge lint. */
export function examplesTable(
  id: string,
  examples: readonly RuleExample[],
  kind: string,
  engine: Engine,
  page: Page,
): string {
  return table(
    [`Given (${GIVEN})`, 'Verdict', 'Why'],
    examples.map((example) => [
      givenWords(engine, example, page).join('; '),
      verdictWords(example, kind),
      [example.why ?? because(id, example, engine), askedFirst(example, page)]
        .filter((part) => part !== undefined)
        .join('; '),
    ]),
  )
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
