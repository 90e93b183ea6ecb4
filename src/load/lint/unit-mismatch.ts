import { readChangeSize, readThreshold, splitKey } from '../threshold.ts'
import { everyNode } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'unit-mismatch'

export const unitMismatch: TextLint = {
  id: ID,
  describe: 'A comparison that cannot be brought to the unit of its key.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    const unitOf = (key: string) => authored.findings.get(key)?.content.unit
    for (const { node, path, entry } of everyNode(authored)) {
      if ('is' in node) {
        const unit = unitOf(node.is)
        for (const field of ['value', 'or-without-limit'] as const) {
          const text = node[field]
          if (text === undefined || unit === undefined) continue
          const found = readThreshold(node.is, text, unit)
          if (!found.ok) report(entry, [...path, field], found.what, found.hint)
        }
      } else if ('change' in node) {
        const unit = unitOf(node.change)
        const found = unit === undefined ? undefined : readChangeSize(node.change, node.by, unit)
        if (found && !found.ok) report(entry, [...path, 'by'], found.what, found.hint)
      }
    }
    for (const entry of authored.measured.values()) {
      const { measurement, makes } = entry.content
      const unit = unitOf(measurement)
      if (unit === undefined) continue
      makes.forEach((make, i) => {
        for (const field of ['value', 'without-limit'] as const) {
          const text = make[field]
          const found = text === undefined ? undefined : readThreshold(measurement, text, unit)
          if (found && !found.ok) report(entry, ['makes', i, field], found.what, found.hint)
        }
      })
    }
    for (const entry of authored.confounders.values()) {
      const { below } = entry.content
      if (below === undefined) continue
      const compared = splitKey(below)
      const unit = compared && unitOf(compared.key)
      if (!compared)
        report(entry, ['below'], `"${below}" is not key and comparison`, 'write "egfr < 60 mL/min/{1.73_m2}"')
      else if (unit === undefined) report(entry, ['below'], `${compared.key} has no unit`, 'compare a measurement')
      else {
        const found = readThreshold(compared.key, compared.comparison, unit)
        if (!found.ok) report(entry, ['below'], found.what, found.hint)
      }
    }
    return problems
  },
}
