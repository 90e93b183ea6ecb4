import { sign } from '../assess/index.ts'
import type { RuleExample } from '../schema/index.ts'
import { table } from './markdown.ts'
import type { Page } from './page.ts'

type Word = RuleExample['then']

/** What a verdict is called, by what the rule decides. */
const WORDS: Readonly<Record<string, Readonly<Record<Word, string>>>> = {
  criteria: { met: 'met', 'not-met': 'not met', undetermined: 'undetermined' },
  derived: { met: 'present', 'not-met': 'absent', undetermined: 'unknown' },
  'red-flags': { met: 'raised', 'not-met': 'not raised', undetermined: 'open' },
}

/** The worked examples of a rule; each is run by the knowledge lint. */
export function examplesTable(examples: readonly RuleExample[], kind: string, page: Page): string {
  const words = WORDS[kind] ?? WORDS.criteria
  return table(
    ['Given', 'Then', 'Because'],
    examples.map((example) => [
      Object.entries(example.given)
        .flatMap(([key, value]) => [value].flat().map((one) => factWords(key, one, page)))
        .join('; '),
      [words?.[example.then] ?? example.then, example.grade, example.category, example.level]
        .filter((part) => part !== undefined)
        .join(', '),
      [example.why, askedFirst(example.missing, page)].filter((part) => part !== undefined).join('; '),
    ]),
  )
}

function factWords(key: string, value: string, page: Page): string {
  const name = key === 'course' ? 'course' : page.name(key)
  return value === 'present' ? name : `${name}: ${sign(value)}`
}

function askedFirst(missing: readonly string[] | undefined, page: Page): string | undefined {
  if (!missing) return undefined
  return missing.length === 0 ? 'nothing is asked' : `asked first: ${missing.map((key) => page.name(key)).join(', ')}`
}
