import { useStore } from 'zustand'
import en from '../../../words/en/follow-up.json'
import { useTreeWords, whenWords } from '../../parts/tree-words.ts'
import { useTable } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { useWords } from '../../words/words.ts'
import type { Saying } from './panels.ts'

/** Words, numbers and times of the figure in the reader's language. */
export function useSaying() {
  const say = useWords('follow-up', en)
  const language = useStore(settings, (state) => state.language)
  const { words } = useTable()
  const tree = useTreeWords()
  const time = (when: string | null) => whenWords(when ?? 'undated', tree, language)
  const saying: Saying = {
    number: (value) => new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(value),
    time,
    limit: (limit) => say('limit', { limit }),
    study: (limit) => say('limit.study', { limit }),
    word: (word) => say(`word.${word}`),
    name: (key) => words.findings[key]?.label ?? key,
    as: (given, label) => say('treatment.as', { given, label }),
    treatedAs: (label) => say('treatment.treated-as', { label }),
    between: (from, to) => say('treatment.between', { from, to }),
  }
  return { say, language, saying, time }
}
