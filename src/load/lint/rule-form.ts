import { parseDay } from '../../core/day.ts'
import { childrenOf, nodesOf } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'rule-form'

export const ruleForm: TextLint = {
  id: ID,
  describe: 'A rule that has neither or both of `when` and `present-when`, or a node whose parts do not go together.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    for (const entry of authored.rules.values()) {
      const { content } = entry
      const derived = content['present-when'] !== undefined
      if ((content.when !== undefined) === derived) {
        report(
          entry,
          [],
          derived ? 'both when and present-when' : 'neither when nor present-when',
          'a rule has one of the two',
        )
      }
      for (const part of ['absent-when', 'ask-when'] as const) {
        if (content[part] !== undefined && !derived)
          report(entry, [part], `${part} beside when`, 'only a finding with present-when has it')
      }
      if (content.grade && !content.when)
        report(entry, ['grade'], 'a grade without when', 'only a set that can be met is graded')
      for (const placed of nodesOf(content)) {
        const { node, path } = placed
        if ('is' in node) {
          const asked = [node.value, node.above, node.below].filter((part) => part !== undefined).length
          if (asked !== 1)
            report(
              entry,
              path,
              `is: ${node.is} asks ${asked === 0 ? 'nothing' : 'two things at once'}`,
              'one of value, above: limit, below: limit',
            )
          if (node['or-without-limit'] !== undefined && node.value !== undefined) {
            report(
              entry,
              [...path, 'or-without-limit'],
              'or-without-limit beside value',
              'it is the fallback of above or below',
            )
          }
        } else if ('within' in node) {
          for (const side of childrenOf(placed)) {
            if (!('finding' in side.node || 'is' in side.node || 'one-of' in side.node)) {
              report(entry, side.path, 'within joins two leaves', 'write finding, is or one-of here')
            }
          }
        } else if ('at-least' in node && node['at-least'] > node.of.length) {
          report(entry, path, `at least ${node['at-least']} of ${node.of.length}`, 'it can never be reached')
        } else if ('course' in node) {
          const before = node.course['ended-before']
          if (before !== undefined && !parseDay(before))
            report(entry, [...path, 'course', 'ended-before'], `"${before}" is no ISO date`, 'write 2024-03-18')
        }
      }
    }
    return problems
  },
}
