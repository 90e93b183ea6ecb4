import { useState } from 'react'
import { useStore } from 'zustand'
import en from '../../../words/en/plan.json'
import { useCase } from '../../state/context.ts'
import { settings } from '../../state/settings.ts'
import { sayDate, useWords } from '../../words/words.ts'
import { Checks } from './checks.tsx'
import type { Check } from './due.ts'
import { type SheetName, SheetPage } from './sheets.tsx'
import { Support } from './support.tsx'
import { TakeAlong } from './take-along.tsx'
import './plan.css'

/** What is watched and when, what can be taken along, and what supports the person. */
export default function Plan() {
  const say = useWords('plan', en)
  const language = useStore(settings, (state) => state.language)
  const { asOf, monitoring } = useCase(({ reading }) => reading.assessment)
  const [sheet, setSheet] = useState<SheetName>()
  if (sheet) return <SheetPage name={sheet} onBack={() => setSheet(undefined)} />
  const [first] = monitoring ?? []
  const phase = PHASES.find((name) => name === first?.phase)
  return (
    <div className="plan">
      <header className="plan-lead">
        <h1>{titleOf(monitoring, say)}</h1>
        <p>
          {first === undefined
            ? say(monitoring ? 'empty.why' : 'none.why')
            : asOf === null
              ? say('no-date.why')
              : say('lead', { date: sayDate(asOf, language) })}{' '}
          {phase === undefined ? null : say(`phase.${phase}`)}
        </p>
      </header>
      <div className="plan-main">
        <div>
          {monitoring?.length ? <Checks checks={monitoring} asOf={asOf} /> : null}
          <TakeAlong onSheet={setSheet} />
        </div>
        <Support />
      </div>
    </div>
  )
}

const PHASES = ['on-treatment', 'remission-early', 'remission-late', 'relapse'] as const

type Say = ReturnType<typeof useWords<typeof en>>

/** One sentence: what is overdue, what comes soon, or that everything was kept. */
function titleOf(checks: readonly Check[] | undefined, say: Say): string {
  if (!checks) return `${say('none.title')}.`
  if (checks.length === 0) return `${say('empty.title')}.`
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length
  const [overdue, due] = [count('overdue'), count('due')]
  if (overdue > 0) return `${say('overdue.title', { overdue })}${due > 0 ? `, ${say('due.title', { due })}` : ''}.`
  if (due > 0) return `${say('due.alone', { due })}.`
  return `${say(count('no-date') === checks.length ? 'no-date.title' : 'kept.title')}.`
}
