import { use } from 'react'
import { referralSheet, type Stage, visitSheet } from '../../../../src/documents/index.ts'
import en from '../../../words/en/plan.json'
import { loadGuide } from '../../knowledge/knowledge.ts'
import { DocumentView } from '../../parts/blocks.tsx'
import { useCase } from '../../state/context.ts'
import type { Reading } from '../../state/reading.ts'
import { useWords } from '../../words/words.ts'

export type SheetName = 'visit' | 'referral'

/** A sheet in place of the plan: read on the screen as it will stand on paper, then printed by the browser. */
export function SheetPage({ name, onBack }: { readonly name: SheetName; readonly onBack: () => void }) {
  const say = useWords('plan', en)
  const reading = useCase((state) => state.reading)
  const guide = use(loadGuide())
  const sheet = name === 'visit' ? visitSheet(guide, stageOf(reading), reading) : referralSheet(guide, reading)
  return (
    <div className="leaf-page">
      <h1 className="hidden">{say(name)}</h1>
      <p className="plan-sheet-choices no-print">
        <button type="button" className="button" onClick={onBack}>
          {say('sheet.back')}
        </button>
        <button type="button" className="button ink" onClick={() => print()}>
          {say('sheet.print')}
        </button>
      </p>
      <DocumentView of={sheet} />
    </div>
  )
}

/** Which questions come first: where the person stands by this record. */
function stageOf({ assessment }: Reading): Stage {
  const phase = assessment.monitoring?.[0]?.phase
  if (phase === 'on-treatment') return 'treatment'
  if (assessment.response) return 'follow-up'
  return assessment.treatment ? 'diagnosed' : 'suspected'
}
