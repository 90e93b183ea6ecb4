import type { Assessment, FactView, TreeView } from '../../schema/index.ts'
import type { Words } from '../words.ts'

/** "Papilloedema: present (1 Jun 2024)"; a reason also says why it counts only with reservation. */
export function factText({ label, says, date, flag }: FactView, words: Words, flagged = true): string {
  const said = words.say('guide.referral.fact', { label, says, date: words.time(date) })
  return flag && flagged ? `${said}. ${flag}` : said
}

/** Facts in one line. */
export function factsText(facts: readonly FactView[], words: Words): string {
  return facts.map((fact) => factText(fact, words, false)).join('; ')
}

/** A verdict in words: "met, strong evidence". */
export function resultOf({ value, grade }: Assessment['criteria'][number], words: Words): string {
  return words.say(`guide.referral.${value}`, { grade: grade ?? 'other' })
}

/** The first fact of each finding under what holds, in the order of the rule. */
export function reasonsIn(tree: TreeView): readonly FactView[] {
  const facts = new Map<string, FactView>()
  const walk = (node: TreeView): void => {
    if (node.value !== true) return
    for (const fact of node.facts) if (fact.status !== 'absent' && !facts.has(fact.key)) facts.set(fact.key, fact)
    for (const child of node.of) walk(child)
  }
  walk(tree)
  return [...facts.values()]
}
