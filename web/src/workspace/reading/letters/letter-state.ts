import type { WordsFile } from '../../../../../src/load/files/words.ts'
import type { LetterView } from '../../../../../src/schema/index.ts'
import type { Reading, StateName } from '../../../state/reading.ts'
import type { Group } from '../record/groups.ts'

export interface LetterState {
  readonly glyph: StateName
  readonly word: 'present' | 'absent' | 'open' | 'undecided' | 'conflict'
  /** One mark for each finding that the letter's rule asks for. */
  readonly marks: readonly { readonly key: string; readonly state: StateName }[]
}

/** The ink of a letter. A letter left open by facts that contradict each other is half filled. */
export function letterStates(
  letter: Pick<LetterView, 'value' | 'undecided'>,
  group: Group,
  reading: Reading,
  words: WordsFile,
): LetterState {
  const marks = group.core
    .filter((key) => ['finding', 'diagnosis'].includes(words.findings[key]?.kind ?? ''))
    .map((key) => ({ key, state: reading.stateOf(key).state }))
  const state = stateOf(
    letter,
    marks.some((mark) => mark.state === 'conflict'),
  )
  return { glyph: state === 'undecided' ? 'open' : state, word: state, marks }
}

function stateOf(letter: Pick<LetterView, 'value' | 'undecided'>, conflict: boolean): LetterState['word'] {
  if (letter.value === true) return 'present'
  if (letter.value === false) return 'absent'
  if (conflict) return 'conflict'
  return letter.undecided ? 'undecided' : 'open'
}
