import type { Rule } from '../../schema/index.ts'
import { nodesUnder, type Placed, type RootRole, rootsOf } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'rule-cycle'

/** The parts that give a rule its value. A tier or a caution may well ask for the rule it belongs to. */
const VALUE: ReadonlySet<RootRole> = new Set(['when', 'present-when', 'absent-when', 'ask'])

function* valueNodes(rule: Rule): Generator<Placed> {
  for (const root of rootsOf(rule)) if (VALUE.has(root.role)) yield* nodesUnder(root)
}

export const ruleCycle: TextLint = {
  id: ID,
  describe: 'A rule that refers to itself, directly or through others.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored: { rules } }) => {
    const { problems, report } = reporter(ID)
    const done = new Set<string>()
    const visit = (id: string, trail: readonly string[]): void => {
      const entry = rules.get(id)
      if (!entry || done.has(id)) return
      for (const { node, path } of valueNodes(entry.content)) {
        if (!('rule' in node)) continue
        const start = [...trail, id].indexOf(node.rule)
        if (start < 0) visit(node.rule, [...trail, id])
        else
          report(
            entry,
            path,
            `refers to itself: ${[...trail.slice(start), id, node.rule].join(' → ')}`,
            'break the circle: one of these must be said without the others',
          )
      }
      done.add(id)
    }
    for (const id of rules.keys()) visit(id, [])
    return problems
  },
}
