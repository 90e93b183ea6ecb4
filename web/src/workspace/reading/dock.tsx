import en from '../../../words/en/record.json'
import { Glyph, INK } from '../../parts/glyph.tsx'
import { useCase } from '../../state/context.ts'
import { useWords } from '../../words/words.ts'

/** Keeps the verdict in view at the foot where the pages lie one under the other. */
export function Dock() {
  const say = useWords('record', en)
  const conclusion = useCase(({ reading }) => reading.assessment.conclusion)
  const open = useCase(
    ({ reading: { assessment } }) =>
      assessment.criteria.find(({ id }) => id === assessment.conclusion.criteria)?.missing.length ?? 0,
  )
  return (
    <aside className="dock no-print" aria-label={say('dock')}>
      <span className="dock-verdict">
        <Glyph name={conclusion.value} className={INK[conclusion.value]} />
        {conclusion.sentences[0]?.text ?? conclusion.statement}
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
