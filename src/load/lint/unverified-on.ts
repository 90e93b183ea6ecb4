import type { AuthoredNode } from '../../schema/index.ts'
import type { Authored, Entry } from '../authored.ts'
import type { Path } from '../read/yaml.ts'
import { nodesOf, nodesUnder } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'unverified-on'
const MARK = /\[\s*unverified\s*\]/i

export const unverifiedOn: TextLint = {
  id: ID,
  describe:
    'Something unverified that is switched on: the mark in a text without the flag, the flag set to false, or a flag that cannot switch off what it stands on.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    for (const entry of everything(authored)) {
      scan(entry.content, [], false, (path, what, hint) => {
        report(entry, path, what, hint)
      })
    }
    for (const [language, phrases] of authored.phrases) {
      for (const [id, { text, at }] of phrases) {
        if (MARK.test(text))
          problems.push({
            code: ID,
            at,
            what: `phrases/${language} ${id}: the text is marked [unverified]`,
            hint: 'a sentence is said to people: leave it out until its source is found',
          })
      }
    }
    for (const entry of authored.rules.values()) {
      for (const placed of nodesOf(entry.content)) {
        if (!placed.node.unverified) continue
        for (const { node, path } of nodesUnder(placed)) {
          if (isReference(node))
            report(
              entry,
              path,
              'a rule that is referred to cannot be switched off from here',
              'set unverified inside that rule, or write out its leaves here',
            )
        }
      }
    }
    return problems
  },
}

function isReference(node: AuthoredNode): boolean {
  return 'rule' in node
}

function* everything(authored: Authored): Generator<Entry<unknown>> {
  const { sources, findings, rules, workup, measured, confounders, conflicts, settings, units } = authored
  for (const kind of [sources, findings, rules, workup, measured, confounders, conflicts, settings, units])
    yield* kind.values()
}

function scan(
  value: unknown,
  path: Path,
  off: boolean,
  report: (path: Path, what: string, hint: string) => void,
): void {
  if (typeof value === 'string') {
    if (MARK.test(value) && !off)
      report(
        path,
        'the text is marked [unverified], but nothing switches it off',
        'set unverified: true beside it, or leave it out',
      )
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => {
      scan(item, [...path, i], off, report)
    })
  } else if (typeof value === 'object' && value !== null) {
    const flag: unknown = 'unverified' in value ? value.unverified : undefined
    if (flag === false)
      report(
        [...path, 'unverified'],
        'unverified: false',
        'leave the line out once a source is named; unverified is only ever true',
      )
    for (const [name, item] of Object.entries(value)) scan(item, [...path, name], off || flag === true, report)
  }
}
