import { useStore } from 'zustand'
import en from '../../words/en/time.json'
import { settings } from '../state/settings.ts'
import { sayDate, useWords } from './words.ts'

/**
 * Says a time of a record as people read it: a date, months from the presentation, or that there is none. `short` leaves
 * the presentation out where an axis or a heading names it. Example: `const time = useTimes(); time('+3 mo')`.
 */
export function useTimes() {
  const say = useWords('time', en)
  const language = useStore(settings, (state) => state.language)
  return (when: string | null, form: 'full' | 'short' = 'full'): string => {
    if (when === null || when === 'undated') return say('undated')
    const months = when === 'baseline' ? '0' : /^([+-]?\d+(?:\.\d+)?) mo$/.exec(when)?.[1]
    if (months === undefined) return sayDate(when, language)
    return say(form === 'short' ? 'short' : 'months', { months: Number(months) })
  }
}
