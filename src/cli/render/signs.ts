import type { LetterView, Verdict } from '../../schema/assessment.ts'
import type { Ink } from './ink.ts'

/** A state as a sign and a word; the ink only repeats what both already say. */
export interface Sign {
  readonly glyph: string
  readonly word: string
  readonly ink: keyof Ink
}

export type TruthWord = true | false | 'unknown'

/** Discs: findings and letters. A confounded letter says so in its word. */
export function letterSign(letter: Pick<LetterView, 'value' | 'undecided' | 'flagged'>): Sign {
  if (letter.value === true) {
    return letter.flagged
      ? { glyph: '●', word: 'present, flagged', ink: 'open' }
      : { glyph: '●', word: 'present', ink: 'yes' }
  }
  if (letter.value === false) return { glyph: '○', word: 'absent', ink: 'no' }
  return letter.undecided
    ? { glyph: '◐', word: 'undecided', ink: 'open' }
    : { glyph: '◌', word: 'not stated', ink: 'open' }
}

/** A leaf of a tree: unknown with a fact is undecided, without one not stated. */
export function leafSign(value: TruthWord, hasFacts: boolean): Sign {
  return letterSign({ value, undecided: hasFacts, flagged: false })
}

/** Lozenges: verdicts of rules. Weak evidence has neither the word nor the ink of met. */
export function verdictSign(value: Verdict, grade?: string): Sign {
  switch (value) {
    case 'met':
      return grade === 'weak'
        ? { glyph: '◆', word: 'counts reached', ink: 'open' }
        : { glyph: '◆', word: 'met', ink: 'yes' }
    case 'not-met':
      return { glyph: '◇', word: 'not met', ink: 'no' }
    default:
      return { glyph: '◈', word: 'undetermined', ink: 'open' }
  }
}

/** The lozenge of a group inside a tree. */
export function groupSign(value: TruthWord): Sign {
  return verdictSign(value === true ? 'met' : value === false ? 'not-met' : 'undetermined')
}
