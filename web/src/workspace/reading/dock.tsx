import en from '../../../words/en/record.json'
import { english, Mixed } from '../../parts/english.tsx'
import { Glyph, INK } from '../../parts/glyph.tsx'
import { useCase, useTable } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

/** Keeps the verdict in view at the foot where the pages lie one under the other. */
export function Dock() {
  const say = useWords('record', en)
  const { words } = useTable()
  const conclusion = useCase(({ reading }) => reading.assessment.conclusion)
  const open = useCase(
    ({ reading: { assessment } }) =>
      assessment.criteria.find(({ id }) => id === assessment.conclusion.criteria)?.missing.length ?? 0,
  )
  const { value, grade, criteria } = conclusion
  // A weak grade never begins with "met", nor stands in its colour.
  const weak = grade === 'weak'
  const short = words.rules[criteria]?.short ?? words.rules[criteria]?.label ?? criteria
  const verdict = say(weak ? 'dock.weak' : `dock.${value}`)
  return (
    <aside className="dock no-print" aria-label={say('dock')}>
      <span className="dock-verdict">
        <Glyph name={value} className={weak ? INK.undetermined : INK[value]} />
        <Mixed
          text={
            conclusion.indication === true || value !== 'undetermined'
              ? say('dock.verdict', { criteria: english(short.charAt(0).toUpperCase() + short.slice(1)), verdict })
              : english(conclusion.sentences[0]?.text ?? conclusion.statement)
          }
        />
      </span>
      <button
        type="button"
        onClick={() => {
          const verdict = document.getElementById('verdict')
          verdict?.scrollIntoView({ block: 'start' })
          verdict?.focus({ preventScroll: true })
        }}
      >
        {say('dock.open', { count: open })}
      </button>
    </aside>
  )
}
