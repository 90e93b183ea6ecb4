import { useStore } from 'zustand'
import type { Replay } from '../../../../../src/assess/index.ts'
import en from '../../../../words/en/verdict.json'
import { emphasised } from '../../../parts/emphasised.tsx'
import { dateWords } from '../../../parts/tree-words.ts'
import { useCase } from '../../../state/context.ts'
import { settings } from '../../../state/settings.ts'
import { useWords } from '../../../words/words.ts'
import { dayOf } from './replay-axis.ts'

/** In words: the day the pattern was first there, the first red flag, the days between them, and the recorded diagnosis. */
export function ReplayCaption({ replay }: { readonly replay: Replay }) {
  const say = useWords('verdict', en)
  const language = useStore(settings, (state) => state.language)
  const { criteria, value } = useCase(({ reading }) => reading.assessment.conclusion)
  const first = replay.rules.find(({ id }) => id === criteria)?.first ?? undefined
  const flag = replay.firstFlag ?? undefined
  const date = (iso: string) => dateWords(iso, language)
  const days = first && flag ? (dayOf(first) ?? 0) - (dayOf(flag) ?? 0) : undefined
  const pattern =
    first !== undefined && flag !== undefined && days !== undefined
      ? say('replay.first-flag', {
          date: date(first),
          flag: date(flag),
          days: Math.abs(days),
          order: days < 0 ? 'before' : 'after',
        })
      : first !== undefined
        ? say('replay.first', { date: date(first) })
        : value === 'met'
          ? say('replay.undated')
          : flag !== undefined
            ? say('replay.flag-only', { flag: date(flag) })
            : say('replay.never')
  const { diagnosed, delayDays } = replay
  const recorded =
    diagnosed === null ? '' : say('replay.diagnosed', { date: date(diagnosed), days: Math.max(-1, delayDays ?? -1) })
  return (
    <>
      {emphasised(pattern)} {recorded} <span className="no-print">{say('replay.drag')}</span>
    </>
  )
}
