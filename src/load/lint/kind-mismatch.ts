import type { AuthoredNode } from '../../schema/index.ts'
import type { Authored, Entry } from '../authored.ts'
import { didYouMean } from '../near.ts'
import type { Path } from '../read/yaml.ts'
import { everyNode } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'kind-mismatch'
const RESPONSES = ['none', 'partial', 'good', 'worse']

type Say = (entry: Entry<unknown>, path: Path, what: string, hint: string) => void

export const kindMismatch: TextLint = {
  id: ID,
  describe:
    'A node that asks a key what a key of its kind cannot answer: `is` of a finding, `finding` of a measurement, a value that is no choice.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    for (const { node, path, entry } of everyNode(authored)) checkNode(authored, node, entry, path, report)
    for (const entry of authored.measured.values()) {
      const { measurement, makes } = entry.content
      const kind = authored.findings.get(measurement)?.content.kind
      if (kind !== undefined && kind !== 'measurement')
        report(entry, ['measurement'], `${measurement} is a ${kind}`, 'only a measurement has a limit')
      if (entry.id !== measurement)
        report(entry, ['measurement'], `the file holds ${measurement}`, `name it ${measurement}.yaml`)
      makes.forEach((make, i) => {
        const made = authored.findings.get(make.finding)?.content.kind
        if (made === 'measurement' || made === 'choice')
          report(entry, ['makes', i, 'finding'], `${make.finding} is a ${made}`, 'a measurement makes findings')
      })
    }
    return problems
  },
}

function checkNode(authored: Authored, node: AuthoredNode, entry: Entry<unknown>, path: Path, report: Say): void {
  if ('finding' in node) {
    const kind = authored.findings.get(node.finding)?.content.kind
    if (kind === 'measurement')
      report(entry, path, `${node.finding} is a measurement, which is neither present nor absent`, 'ask with `is`')
    if (kind === 'choice')
      report(entry, path, `${node.finding} is a choice, which is neither present nor absent`, 'ask with `one-of`')
  } else if ('is' in node || 'change' in node) {
    const key = 'is' in node ? node.is : node.change
    const kind = authored.findings.get(key)?.content.kind
    if (kind !== undefined && kind !== 'measurement')
      report(
        entry,
        path,
        `${key} is a ${kind}, not a number`,
        kind === 'choice' ? 'ask with `one-of`' : 'ask with `finding`',
      )
  } else if ('one-of' in node) {
    const key = node['one-of']
    const finding = authored.findings.get(key)?.content
    if (finding && finding.kind !== 'choice')
      report(
        entry,
        path,
        `${key} is a ${finding.kind}, not a choice`,
        finding.kind === 'measurement' ? 'ask with `is`' : 'ask with `finding`',
      )
    else choices(finding?.values, key, node.values, entry, [...path, 'values'], report)
  } else if ('course' in node) {
    const labels = authored.findings.get('treated-as')?.content.values
    choices(labels, 'treated-as', node.course.for ?? [], entry, [...path, 'course', 'for'], report)
    choices(RESPONSES, 'a response', node.course.response ?? [], entry, [...path, 'course', 'response'], report)
    for (const [i, key] of (node.course.with ?? []).entries()) {
      const kind = authored.findings.get(key)?.content.kind
      if (kind !== undefined && kind !== 'treatment')
        report(entry, [...path, 'course', 'with', i], `${key} is a ${kind}, not a treatment`, 'name a treatment')
    }
  }
}

function choices(
  known: readonly string[] | undefined,
  of: string,
  values: readonly string[],
  entry: Entry<unknown>,
  path: Path,
  report: Say,
): void {
  if (!known) return
  values.forEach((value, i) => {
    if (!known.includes(value))
      report(
        entry,
        [...path, i],
        `"${value}" is no value of ${of}`,
        didYouMean(value, known) || `values: ${known.join(', ')}`,
      )
  })
}
