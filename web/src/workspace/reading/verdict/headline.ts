import type { Assessment, Sentence } from '../../../../../src/schema/index.ts'
import type verdictWords from '../../../../words/en/verdict.json'
import type { GlyphName } from '../../../parts/glyph.tsx'
import { capital } from '../../../parts/tree-model.ts'

type WordId = keyof typeof verdictWords

/** The first line of the verdict: a message of the interface, or a sentence of the knowledge as it stands. */
export interface Headline {
  readonly glyph: GlyphName
  /** The ink of the lozenge: what is reached on weak evidence is not in the ink of met. */
  readonly ink: string
  readonly id?: WordId
  /** Of the message, but for the day it was met on. */
  readonly args: Readonly<Record<string, string>>
  readonly text?: string
}

/** What the criteria are called in a sentence: without the year, which stands in the table of sets. */
export function setName(short: string): string {
  return capital(short.replace(/\s*\([^)]*\)$/, ''))
}

/**
 * The headline of a conclusion. Weak never begins with "met", and nothing is ever called positive.
 * Example: `headlineOf(assessment, { empty: false, set: 'the Mayo criteria (rule of 2007)' }).id` is "met".
 */
export function headlineOf(
  { conclusion }: Pick<Assessment, 'conclusion'>,
  { empty, set }: { readonly empty: boolean; readonly set: string },
): Headline {
  const { value, grade, indication, recorded, sentences } = conclusion
  const name = setName(set)
  if (empty) return { glyph: 'undetermined', ink: 'ink-open', id: 'empty', args: {} }
  if (indication !== true && !recorded) {
    const glyph = value === 'not-met' ? value : 'undetermined'
    const text = sentences.find(({ id }) => id === NOTHING)?.text
    if (text !== undefined) return { glyph, ink: glyph === 'not-met' ? 'ink-no' : 'ink-open', args: {}, text }
  }
  if (value === 'not-met') return { glyph: value, ink: 'ink-no', id: value, args: { set: name } }
  if (value === 'undetermined') return { glyph: value, ink: 'ink-open', id: value, args: { set: name } }
  const args = { grade: grade ?? 'none' }
  if (grade === 'weak')
    return { glyph: 'met', ink: 'ink-open', id: 'weak', args: { ...args, set: set.replace(/\s*\([^)]*\)$/, '') } }
  return { glyph: 'met', ink: 'ink-yes', id: 'met', args: { ...args, set: name } }
}

const NOTHING = 'conclusion.nothing'
const RECORDED = 'conclusion.recorded'
const VERDICTS = new Set(['met', 'weak', 'not-met', 'undecided', 'undecided-nothing'].map((id) => `conclusion.${id}`))

export interface Reasons {
  /** That a diagnosis is recorded. */
  readonly recorded?: Sentence
  /** What carries the verdict. */
  readonly facts?: Sentence
  /** Its words after the headline, which says the rest. */
  readonly factsText?: string
  /** What limits it, and what comes next. */
  readonly then: readonly Sentence[]
}

/** The sentences under the headline; what a section of its own says stands there, not here. */
export function reasonsOf({ conclusion }: Pick<Assessment, 'conclusion'>): Reasons {
  const recorded = conclusion.sentences.find(({ id }) => id === RECORDED)
  const facts = conclusion.sentences.find(({ id }) => VERDICTS.has(id))
  const shown = new Set([recorded, facts])
  return {
    ...(recorded && { recorded }),
    ...(facts && { facts, factsText: afterColon(facts.text) }),
    then: conclusion.sentences.filter(
      (sentence) => !shown.has(sentence) && sentence.id !== NOTHING && !sentence.id.startsWith('red-flag.'),
    ),
  }
}

/** What a sentence says after its lead. Example: `afterColon('Red flag: too many platelets.')` is "Too many platelets." */
export function afterColon(text: string): string {
  const at = text.indexOf(': ')
  return at < 0 ? text : capital(text.slice(at + 2))
}
