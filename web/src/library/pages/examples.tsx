import type { ReactNode } from 'react'
import { lower, sign, valueWord } from '../../../../src/core/index.ts'
import type { RuleExample } from '../../../../src/schema/index.ts'
import { type GlyphName, StateWord } from '../../parts/glyph.tsx'
import { capital, type Setter } from '../set/setter.tsx'

const GLYPHS: Readonly<Record<string, Readonly<Record<RuleExample['then'], GlyphName>>>> = {
  criteria: { met: 'met', 'not-met': 'not-met', undetermined: 'undetermined' },
  derived: { met: 'present', 'not-met': 'absent', undetermined: 'open' },
  'red-flags': { met: 'flag', 'not-met': 'absent', undetermined: 'open' },
}

interface Written {
  readonly section: string
  readonly examples: readonly RuleExample[]
}

/** The worked examples of a rule: what is given, what the rule says, and why. Each is run when the knowledge is checked. */
export function exampleList(setter: Setter, id: string, { section, examples }: Written): ReactNode {
  if (examples.length === 0) return null
  const glyphs = GLYPHS[section] ?? GLYPHS.criteria
  return (
    <ul className="lib-examples">
      {examples.map((example) => (
        <li key={`${id} ${JSON.stringify(example.given)}`}>
          <div>
            {capital(givenWords(example, setter).join('; '))}
            {example.why === undefined ? null : <small>{capital(example.why)}</small>}
            {asked(example, setter)}
          </div>
          <StateWord name={glyphs?.[example.then] ?? 'undetermined'}>
            {[verdictWord(section, example.then, setter), example.grade, example.category, example.level]
              .filter((word) => word !== undefined)
              .join(', ')}
          </StateWord>
        </li>
      ))}
    </ul>
  )
}

function verdictWord(section: string, then: RuleExample['then'], setter: Setter): string {
  if (section === 'criteria') return setter.say(`verdict.${then}`)
  return setter.say(section === 'red-flags' ? `flag.${then}` : `finding.${then}`)
}

function asked({ missing }: RuleExample, setter: Setter): ReactNode {
  if (!missing || missing.length === 0) return null
  return (
    <small>
      <span lang={setter.language}>{setter.say('examples.asked')}</span> {setter.names(missing)}
    </small>
  )
}

/** What an example states, in words; all else is not stated. */
function givenWords({ given }: RuleExample, setter: Setter): readonly string[] {
  const words = Object.entries(given).flatMap(([key, value]) =>
    [value].flat().map((one) => factWords(key, one, setter)),
  )
  return words.length === 0 ? [setter.say('examples.nothing')] : words
}

function factWords(key: string, value: string, { engine, library, say }: Setter): string {
  if (key === 'course') return say('examples.course', { what: courseWords(value, engine) })
  const finding = engine.knowledge.findings[key]
  const asks = Object.values(library.rules).flatMap((rule) => rule['ask-when'] ?? [])
  const name = finding?.label ?? library.rules[key]?.title ?? asks.find(({ id }) => id === key)?.question ?? key
  if (value === 'present') return name
  if (finding?.kind === 'choice') return `${name}: ${valueWord(engine, key, value)}`
  const amount = value
    // A ratio has the unit 1, which nobody says.
    .replace(/^([\d.]+) 1(?= |$)/, '$1')
    .replace(/ limit (\S+)/, (_, limit: string) => ` (${say('examples.limit', { limit })})`)
    .replace(/ explained by ([\w-]+)/, (_, by: string) => {
      const other = lower(engine.knowledge.findings[by]?.label ?? by)
      return `, ${say('examples.explained', { by: other })}`
    })
  return `${name}: ${sign(amount)}`
}

function courseWords(value: string, engine: Setter['engine']): string {
  const diseases = engine.knowledge.findings['treated-as']?.words ?? {}
  const named = value.replaceAll(/[\w-]+/g, (word) => {
    const finding = engine.knowledge.findings[word]
    return finding?.kind === 'treatment' ? lower(finding.label) : (diseases[word] ?? word)
  })
  return named.replace(/ (response|line) /g, '; $1 ')
}
