import { useCase } from '../../../state/context.ts'
import { CriteriaSets } from './criteria-sets.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { RedFlags } from './red-flags.tsx'
import { StillOpen } from './still-open.tsx'
import './reasons.css'

/** The grounds of the verdict: why to look again, what is still open, every set with its evidence, what else it could be. */
export function Reasons() {
  const empty = useCase(({ reading }) => reading.record.facts.length === 0 && reading.record.courses.length === 0)
  return (
    <div className="reasons">
      {empty ? null : <RedFlags />}
      <StillOpen />
      <CriteriaSets />
      <Elsewhere />
    </div>
  )
}
