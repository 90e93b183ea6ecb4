import type { Entry } from '../authored.ts'
import { didYouMean } from '../near.ts'
import type { Path } from '../read/yaml.ts'
import { careEntries } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

export const careReference: TextLint = {
  id: 'care-reference',
  describe: 'The clinical path names a test, treatment, pathway node or finding that does not exist.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter('care-reference')
    const { care, workup, findings } = authored
    const need = (known: ReadonlyMap<string, unknown> | ReadonlySet<string>, what: string) => {
      return (entry: Entry<unknown>, path: Path, names: readonly string[] | undefined) => {
        for (const [i, name] of (names ?? []).entries()) {
          if (!known.has(name))
            report(entry, [...path, i], `"${name}" is no ${what}`, didYouMean(name, known.keys()) || 'correct the name')
        }
      }
    }
    const tests = need(workup, 'test of the work-up')
    const keys = need(findings, 'finding')
    const nodes = need(care['treatment/pathway'], 'node of the pathway')
    const treatments = new Map([...findings].filter(([, entry]) => entry.content.kind === 'treatment'))
    const drugs = need(treatments, 'treatment')
    const outputs = new Set(
      [...care['treatment/pathway'].values()].flatMap((entry) =>
        entry.content.answers.flatMap((answer) => answer.discuss ?? []),
      ),
    )
    const discussed = need(outputs, 'output of the pathway')
    for (const entry of care.complications.values()) tests(entry, ['screen'], entry.content.screen)
    for (const entry of workup.values()) tests(entry, ['or'], entry.content.or)
    for (const entry of care.monitoring.values()) tests(entry, ['tests'], entry.content.tests)
    for (const entry of care.recovery.values()) keys(entry, ['keys'], entry.content.keys)
    for (const entry of care.response.values()) {
      for (const [i, item] of (entry.content.items ?? []).entries()) keys(entry, ['items', i], [item.key])
    }
    for (const entry of care.glossary.values()) keys(entry, ['keys'], entry.content.keys)
    for (const entry of care['treatment/cautions'].values()) drugs(entry, ['drugs'], entry.content.drugs)
    for (const entry of care['treatment/regimens'].values()) {
      drugs(entry, ['drugs'], entry.content.drugs)
      discussed(entry, ['discuss'], entry.content.discuss)
    }
    for (const entry of care['treatment/pathway'].values()) {
      for (const [i, answer] of entry.content.answers.entries()) nodes(entry, ['answers', i, 'next'], answer.next)
    }
    return problems
  },
}

export const careStatement: TextLint = {
  id: 'care-statement-without-source',
  describe: 'A statement of the clinical path that neither names its work nor is marked as our proposal.',
  severity: 'error',
  stage: 'text',
  blocks: false,
  check: ({ authored }) => {
    const { problems, report } = reporter('care-statement-without-source')
    for (const entry of careEntries(authored)) {
      const whole = stands(entry.content)
      for (const { statement, path } of statementsIn(entry.content)) {
        if (!whole && !stands(statement))
          report(entry, path, 'the statement has no source', 'name the work and the place, or mark it proposal: true')
      }
    }
    return problems
  },
}

function stands(statement: object): boolean {
  const { sources, proposal } = statement as { sources?: readonly unknown[]; proposal?: boolean }
  return (sources?.length ?? 0) > 0 || proposal === true
}

/** Every object that says something, wherever it stands in an entry. */
function* statementsIn(content: unknown, path: Path = []): Generator<{ statement: object; path: Path }> {
  if (Array.isArray(content)) {
    for (const [i, item] of content.entries()) yield* statementsIn(item, [...path, i])
  } else if (typeof content === 'object' && content !== null) {
    if ('says' in content && path.length > 0) yield { statement: content, path }
    for (const [name, value] of Object.entries(content))
      if (name !== 'examples') yield* statementsIn(value, [...path, name])
  }
}
