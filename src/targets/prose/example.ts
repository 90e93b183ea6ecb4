import { type Engine, lower, sign, valueWord } from '../../core/index.ts'
import type { RuleExample } from '../../schema/index.ts'

/** What an id is called on the page that shows an example, and whether it is a question to the clinician. */
export interface ExampleNames {
  readonly name: (id: string) => string
  readonly isQuestion: (id: string) => boolean
}

type Word = RuleExample['then']

/** What a verdict is called, by what the rule decides. */
const WORDS: Readonly<Record<string, Readonly<Record<Word, string>>>> = {
  criteria: { met: 'met', 'not-met': 'not met', undetermined: 'undetermined' },
  derived: { met: 'present', 'not-met': 'absent', undetermined: 'unknown' },
  'red-flags': { met: 'raised', 'not-met': 'not raised', undetermined: 'open' },
}

/** How `givenWords` are to be read. */
export const GIVEN = 'present where no word stands beside it; all else not stated'

/**
 * What is known in an example, each fact in words; a finding alone is present.
 * Example: of `{ "vegf-plasma": "480 pg/mL" }` it is "VEGF in plasma: 480 pg/mL".
 */
export function givenWords(engine: Engine, { given }: RuleExample, names: ExampleNames): readonly string[] {
  return Object.entries(given).flatMap(([key, value]) =>
    [value].flat().map((one) => factWords(key, one, engine, names)),
  )
}

/** The verdict of an example with its grade, category and level. Example: "met, weak"; of a derived finding "present". */
export function verdictWords({ then, grade, category, level }: RuleExample, section: string): string {
  const word = (WORDS[section] ?? WORDS.criteria)?.[then] ?? then
  return [word, grade, category, level].filter((part) => part !== undefined).join(', ')
}

/** What is asked first in an example that stays open; undefined where it does not say. */
export function askedFirst({ missing }: RuleExample, names: ExampleNames): string | undefined {
  if (!missing) return undefined
  return missing.length === 0 ? 'nothing is asked' : `asked first: ${missing.map((key) => names.name(key)).join(', ')}`
}

function factWords(key: string, value: string, engine: Engine, names: ExampleNames): string {
  if (key === 'course') return `treatment course: ${courseWords(value, engine)}`
  const name = names.name(key)
  if (value === 'present') return name
  if (names.isQuestion(key)) return `${name} answered no`
  if (value === 'high' || value === 'low' || value === 'normal') return `${name}: called ${value} by the laboratory`
  const finding = engine.knowledge.findings[key]
  if (finding?.kind === 'choice') return `${name}: ${valueWord(engine, key, value)}`
  return `${name}: ${sign(value)
    // A ratio has the unit 1, which nobody says.
    .replace(/^([\d.]+) 1(?= |$)/, '$1')
    .replace(/ limit (\S+)/, " (the laboratory's limit $1)")
    .replace(
      / explained by ([\w-]+)/,
      (_, by: string) => `, put down to ${lower(engine.knowledge.findings[by]?.label ?? by)}`,
    )}`
}

/** Example: `cidp with ivig response none` is "CIDP with intravenous immunoglobulin (IVIG); response none". */
function courseWords(value: string, engine: Engine): string {
  const named = value.replaceAll(/[\w-]+/g, (word) => {
    const finding = engine.knowledge.findings[word]
    return finding?.kind === 'treatment' ? lower(finding.label) : (labels(engine)[word] ?? word)
  })
  return named.replace(/ (response|line) /g, '; $1 ')
}

function labels(engine: Engine): Readonly<Record<string, string>> {
  return engine.knowledge.findings['treated-as']?.words ?? {}
}
