import { parseUnit } from '../../core/units.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'finding-form'

/** Units that only name what is counted are right as they stand. */
const WITHOUT_SIZE = /^(1|%|\{[^}]*\}|%\{[^}]*\}|%\[[^\]]*\])$/

export const findingForm: TextLint = {
  id: ID,
  describe:
    'A measurement without a UCUM unit, a choice without its values, or a unit or values where they mean nothing.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    for (const entry of authored.findings.values()) {
      const { kind, unit, values, 'directed-at': directedAt, 'given-once': givenOnce } = entry.content
      if (kind === 'measurement' && unit === undefined)
        report(entry, [], 'a measurement without a unit', 'write the UCUM unit all its values are kept in')
      if (kind !== 'measurement' && unit !== undefined)
        report(entry, ['unit'], `a unit on a ${kind}`, 'only measurements have one')
      if (unit !== undefined && !WITHOUT_SIZE.test(unit) && parseUnit(unit) !== unit) {
        report(
          entry,
          ['unit'],
          `"${unit}" is not a unit of knowledge/units.yaml`,
          parseUnit(unit) ? `write ${parseUnit(unit)}` : 'list it there under a family, or write the unit in UCUM',
        )
      }
      if (kind === 'choice' && values === undefined)
        report(entry, [], 'a choice without values', 'list them under values')
      if (kind !== 'choice' && values !== undefined)
        report(entry, ['values'], `values on a ${kind}`, 'only choices have them')
      if (values && new Set(values).size < values.length)
        report(entry, ['values'], 'a value stands twice', 'keep one of the two')
      if (directedAt !== undefined && kind !== 'treatment')
        report(entry, ['directed-at'], `directed-at on a ${kind}`, 'only treatments have it')
      if (givenOnce !== undefined && kind !== 'treatment')
        report(entry, ['given-once'], `given-once on a ${kind}`, 'only treatments have it')
    }
    return problems
  },
}
