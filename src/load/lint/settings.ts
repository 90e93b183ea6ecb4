import { didYouMean } from '../near.ts'
import type { Path } from '../read/yaml.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'settings'

export const settingsLint: TextLint = {
  id: ID,
  describe: 'Settings that are not there, or that name a rule or finding that is not there.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    const entry = authored.settings.get('settings')
    if (!entry) {
      return [
        {
          code: ID,
          at: 'knowledge/settings.yaml:1',
          what: 'there are no settings that can be read',
          hint: 'knowledge/settings.yaml names the criteria, the indication and the red flags',
        },
      ]
    }
    const { content } = entry
    const check = (names: ReadonlyMap<string, unknown>, what: string, name: string, path: Path) => {
      if (!names.has(name))
        report(entry, path, `"${name}" is no ${what}`, didYouMean(name, names.keys()) || `add it or correct the name`)
    }
    content.criteria.forEach((id, i) => {
      check(authored.rules, 'rule', id, ['criteria', i])
    })
    content['red-flags'].forEach((id, i) => {
      check(authored.rules, 'rule', id, ['red-flags', i])
    })
    check(authored.rules, 'rule', content.indication, ['indication'])
    content['red-flags-quiet-when'].forEach((id, i) => {
      check(authored.findings, 'finding', id, ['red-flags-quiet-when', i])
    })
    check(authored.findings, 'finding', content['known-diagnosis'], ['known-diagnosis'])
    const excluded = content['excluded-diagnosis']
    if (excluded !== undefined) check(authored.findings, 'finding', excluded, ['excluded-diagnosis'])
    const either = new Map<string, unknown>([...authored.findings, ...authored.rules])
    content.acronyms.forEach(({ letters }, i) => {
      letters.forEach(({ rule }, j) => {
        check(either, 'rule or finding', rule, ['acronyms', i, 'letters', j, 'rule'])
      })
    })
    if (!content.criteria.includes(content['default-criteria'])) {
      report(
        entry,
        ['default-criteria'],
        `${content['default-criteria']} is not among the criteria`,
        'list it under criteria too',
      )
    }
    return problems
  },
}
