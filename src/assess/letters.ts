import { type Evaluator, type Explained, flagOf, holds } from '../core/index.ts'
import type { LetterView } from '../schema/index.ts'

/** The letters of the acronyms, each with the state of the derived finding it stands for. */
export function letters(evaluator: Evaluator): LetterView[] {
  const { prepared } = evaluator
  return prepared.engine.knowledge.settings.acronyms.flatMap(({ name, letters }) =>
    letters.map(({ letter, rule, word }) => {
      const node = prepared.engine.knowledge.rules[rule]
        ? { kind: 'rule' as const, id: rule }
        : { kind: 'finding' as const, key: rule, time: 'ever' as const }
      const tree = evaluator.node(node)
      const flagged = tree.value === true && !holds(tree, (fact) => flagOf(fact, prepared) === undefined)
      const undecided = tree.value === 'unknown' && speaks(tree)
      return { acronym: name, letter, rule, word, value: tree.value, flagged, undecided }
    }),
  )
}

/** Something is recorded about it, though not enough to settle it. */
function speaks(tree: Explained): boolean {
  return tree.ask !== undefined || tree.facts.length > 0 || tree.of.some(speaks)
}
