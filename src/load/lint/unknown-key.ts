import type { Authored, Entry } from '../authored.ts'
import { didYouMean } from '../near.ts'
import type { Path } from '../read/yaml.ts'
import { splitKey } from '../threshold.ts'
import { careEntries, everyNode, keysRead } from '../walk.ts'
import { reporter, type TextLint } from './lint.ts'

const ID = 'unknown-key'

/** The ids that facts may have: findings, rules (a clinician's judgement of them) and the judgements rules ask for. */
function factKeys(authored: Authored): ReadonlySet<string> {
  const asks = [...authored.rules.values()].flatMap((rule) => (rule.content['ask-when'] ?? []).map((ask) => ask.id))
  return new Set([...authored.findings.keys(), ...authored.rules.keys(), ...asks])
}

/** Fields of an example that are no key. */
const EXAMPLE_WORDS: ReadonlySet<string> = new Set(['course', 'sex'])

export const unknownKey: TextLint = {
  id: ID,
  describe: 'A name that is neither a finding, nor a rule, nor a judgement a rule asks for.',
  severity: 'error',
  stage: 'text',
  blocks: true,
  check: ({ authored }) => {
    const { problems, report } = reporter(ID)
    const keys = factKeys(authored)
    const { findings, rules } = authored
    const care = new Set([...careEntries(authored)].map((entry) => entry.id))
    const known =
      (names: ReadonlySet<string> | ReadonlyMap<string, unknown>, what: string) =>
      (entry: Entry<unknown>, name: string, ...path: Path) => {
        if (names.has(name)) return
        report(
          entry,
          path,
          `"${name}" is no ${what}`,
          didYouMean(name, names.keys()) ||
            `add knowledge/${what === 'rule' ? 'rules' : 'findings'}/…/${name}.yaml or correct the name`,
        )
      }
    const key = known(keys, 'finding, rule or judgement')
    const finding = known(findings, 'finding')
    const rule = known(rules, 'rule')

    for (const { node, path, entry } of everyNode(authored)) {
      if ('rule' in node) rule(entry, node.rule, ...path)
      else if ('finding' in node) key(entry, node.finding, ...path)
      else for (const name of keysRead(node)) finding(entry, name, ...path)
    }
    for (const entry of rules.values()) {
      entry.content.examples.forEach((example, i) => {
        for (const name of Object.keys(example.given)) {
          if (!EXAMPLE_WORDS.has(name)) key(entry, name, 'examples', i, 'given', name)
        }
        for (const [j, name] of (example.missing ?? []).entries()) key(entry, name, 'examples', i, 'missing', j)
      })
    }
    for (const entry of authored.measured.values()) {
      finding(entry, entry.content.measurement, 'measurement')
      entry.content.makes.forEach((make, i) => {
        finding(entry, make.finding, 'makes', i, 'finding')
      })
    }
    for (const entry of authored.confounders.values()) {
      const {
        keys: own,
        'explained-by': by = [],
        'unless-known': unless = [],
        'after-course-with': after,
        below,
      } = entry.content
      own.forEach((name, i) => {
        key(entry, name, 'keys', i)
      })
      by.forEach((name, i) => {
        key(entry, name, 'explained-by', i)
      })
      unless.forEach((name, i) => {
        key(entry, name, 'unless-known', i)
      })
      if (after !== undefined) finding(entry, after, 'after-course-with')
      const compared = below === undefined ? undefined : splitKey(below)
      if (compared) finding(entry, compared.key, 'below')
    }
    for (const entry of authored.workup.values()) {
      entry.content.answers.forEach((name, i) => {
        key(entry, name, 'answers', i)
      })
    }
    for (const entry of authored.conflicts.values()) {
      entry.content.about?.forEach((name, i) => {
        if (!authored.workup.has(name) && !care.has(name)) key(entry, name, 'about', i)
      })
    }
    for (const entry of authored.units.values()) {
      entry.content.analytes.forEach((analyte, i) => {
        analyte.keys.forEach((name, j) => {
          finding(entry, name, 'analytes', i, 'keys', j)
        })
      })
    }
    return problems
  },
}
