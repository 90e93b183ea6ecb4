import type { Path } from '../read/yaml.ts'
import { reporter, type TextLint } from './lint.ts'

interface Statement {
  readonly sources?: readonly unknown[]
  readonly proposal?: boolean
  readonly unverified?: boolean
}

function stands(statement: Statement): boolean {
  return (statement.sources?.length ?? 0) > 0 || statement.proposal === true
}

const HINT = 'name the work and the place, or mark it proposal: true'

export const statementWithoutSource: TextLint = {
  id: 'statement-without-source',
  describe: 'A statement that neither names its work nor is marked as our proposal.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('statement-without-source')
    for (const entry of authored.rules.values()) {
      const rule = entry.content
      // A rule that is our proposal as a whole marks its parts too.
      const need = (what: string, statement: Statement, path: Path) => {
        if (!stands(statement) && !rule.proposal) report(entry, path, `${what} has no source`, HINT)
      }
      if (!stands(rule)) report(entry, [], 'the rule has no source', HINT)
      rule['ask-when']?.forEach((ask, i) => {
        need(`the question ${ask.id}`, ask, ['ask-when', i])
      })
      rule.cautions?.forEach((caution, i) => {
        need(`the caution ${caution.id}`, caution, ['cautions', i])
      })
      if (rule.grade && !stands(rule.grade)) {
        rule.grade.caps.forEach((cap, i) => {
          need(`the cap ${cap.id}`, cap, ['grade', 'caps', i])
        })
        need('what makes the grade strong', rule.grade.strong.when, ['grade', 'strong'])
      }
    }
    for (const entry of authored.findings.values()) {
      const { counts, 'counts-not': countsNot, sources } = entry.content
      if ((counts || countsNot) && !sources)
        report(entry, [counts ? 'counts' : 'counts-not'], 'what counts has no source', 'name the work and the place')
    }
    for (const entry of authored.workup.values()) {
      if (!stands(entry.content)) report(entry, [], 'the test has no source', HINT)
      entry.content.traps?.forEach((trap, i) => {
        if (!stands(trap)) report(entry, ['traps', i], 'the trap has no source', HINT)
      })
    }
    for (const entry of authored.confounders.values())
      if (!stands(entry.content)) report(entry, [], 'the confounder has no source', HINT)
    return problems
  },
}

/** Kept apart, because an absence is where a wrong rule does most harm. */
export const absenceWithoutSource: TextLint = {
  id: 'absence-without-source',
  describe:
    'An `absent-when` that neither names its work nor is marked as our proposal: the source of the presence does not speak for it.',
  severity: 'warning',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('absence-without-source')
    for (const entry of authored.rules.values()) {
      const absent = entry.content['absent-when']
      if (!absent || entry.content.proposal || stands(absent)) continue
      // The clinician's own "no" needs no source: it is one.
      const ways = 'any' in absent ? absent.any : [absent]
      const unsourced = ways.some((way) => !stands(way) && !('not' in way && 'finding' in way.not))
      if (unsourced) report(entry, ['absent-when'], 'the absence has no source of its own', HINT)
    }
    return problems
  },
}
